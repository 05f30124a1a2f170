package venue.domain.account;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static venue.domain.Samples.START;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalEntryTest {

  @Test
  void anEntryThatDoesNotSumToZeroCannotBe() {
    Posting posting =
        new Posting(
            "account/1",
            1,
            List.of(
                new Movement(Balance.CASH, number("1"), number("1")),
                new Movement(Balance.EXTERNAL, number("-0.999999999999"), BigDecimal.ONE)));
    assertThatThrownBy(() -> new JournalEntry(7, START, List.of(posting)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("entry 7");
  }
}
