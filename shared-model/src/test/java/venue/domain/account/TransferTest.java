package venue.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.account;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refusal;
import static venue.domain.Samples.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Reason;

class TransferTest {

  @Test
  void aDepositIsBookedAgainstTheWorldOutside() {
    Transfer transfer = done(Transfer.deposit(account("10"), number("2.5"), 7, START));
    assertThat(transfer.account().cash()).isEqualByComparingTo("12.5");
    assertThat(transfer.account().external()).isEqualByComparingTo("-12.5");
    assertThat(transfer.entry().postings())
        .singleElement()
        .satisfies(
            posting -> {
              assertThat(posting.book()).isEqualTo("account/10000001");
              assertThat(posting.sequence()).isEqualTo(2);
              assertThat(posting.total()).isEqualByComparingTo("0");
              assertThat(posting.movements())
                  .extracting(Movement::balance)
                  .containsExactly(Balance.CASH, Balance.EXTERNAL);
            });
  }

  @Test
  void aWithdrawalMayTakeAllThatIsAvailable() {
    Account left =
        done(Transfer.withdrawal(account("10"), List.of(), number("10"), 7, START)).account();
    assertThat(left.cash()).isEqualByComparingTo("0");
    assertThat(left.external()).isEqualByComparingTo("0");
  }

  @Test
  void refusesAWithdrawalOfTheMarginOfPositions() {
    Account account = account("10").withPositionMargin(number("4"));
    assertThat(refusal(Transfer.withdrawal(account, List.of(), number("6.000000000001"), 7, START)))
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
              assertThat(refusal.message()).contains("6 USDT available");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.0000000000001", "1E+15", "1E+999999999", "1E-999999999"})
  void refusesAnAmountThatIsNoAmountOfMoney(String amount) {
    assertThat(refused(Transfer.deposit(account("10"), number(amount), 7, START)))
        .isEqualTo(Reason.INVALID_PARAM_VALUE);
    assertThat(refused(Transfer.withdrawal(account("10"), List.of(), number(amount), 7, START)))
        .isEqualTo(Reason.INVALID_PARAM_VALUE);
  }
}
