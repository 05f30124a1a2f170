package venue.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.account.Balance;
import venue.domain.account.JournalEntry;
import venue.domain.account.Movement;
import venue.domain.account.Posting;

class NumberedEventsTest {

  private static AccountEvent event(long number) {
    Movement nothing = new Movement(Balance.CASH, BigDecimal.ZERO, BigDecimal.ZERO);
    Posting posting = new Posting("account/7", number, List.of(nothing));
    return new AccountEvent.Transferred(
        new JournalEntry(100 + number, Samples.START, List.of(posting)));
  }

  private static List<Long> numbers(List<AccountEvent> events) {
    return events.stream().map(AccountEvent::sequence).toList();
  }

  @Test
  void passesOnWhatComesInOrder() {
    NumberedEvents events = new NumberedEvents(OptionalLong.of(3));
    assertThat(numbers(events.add(event(3)))).containsExactly(3L);
    assertThat(numbers(events.add(event(2)))).containsExactly(2L);
    assertThat(numbers(events.all())).containsExactly(3L, 2L);
  }

  @Test
  void waitsForTheNumberThatIsMissing() {
    NumberedEvents events = new NumberedEvents(OptionalLong.of(3));
    assertThat(events.add(event(2))).isEmpty();
    assertThat(events.add(event(1))).isEmpty();
    assertThat(numbers(events.add(event(3)))).containsExactly(3L, 2L, 1L);
  }

  @Test
  void beginsWithTheFirstThatComesWhereTheNewestIsNotKnown() {
    NumberedEvents events = new NumberedEvents(OptionalLong.empty());
    assertThat(numbers(events.add(event(8)))).containsExactly(8L);
    assertThat(events.add(event(9))).isEmpty();
    assertThat(numbers(events.add(event(7)))).containsExactly(7L);
    assertThat(numbers(events.all())).containsExactly(9L, 8L, 7L);
  }
}
