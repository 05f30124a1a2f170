package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refusal;
import static venue.domain.Samples.refused;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Reason;

class NewMarketTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"1E-12", "0.00000012345", "0.1", "1", "9.99999", "10", "1000", "91234.56", "9E12"})
  void aContractIsWorthOneToTenAndAPriceHasSixDigits(String price) {
    Market market = done(NewMarket.atPrice("X_USDT", number(price), START));
    BigDecimal worth = market.contract().base(1).multiply(number(price));
    assertThat(worth).isBetween(number("1"), number("10"));
    BigDecimal steps = number(price).divide(market.contract().priceStep());
    assertThat(steps).isBetween(number("100000"), number("1000000"));
    assertThat(market.fill().skewScale().multiply(number(price)))
        .isBetween(number("99999999"), number("100000001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1E+13", "1E-13", "1E+999999999", "1E-999999999"})
  void refusesAPriceNoMarketCanBeMadeOf(String price) {
    assertThat(refused(NewMarket.atPrice("X_USDT", number(price), START)))
        .isEqualTo(Reason.INVALID_PARAM_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"0,0.2", "0.2,0.2", "0.3,0.2", "0.1,1.1"})
  void refusesLinesForTheHousesEquityThatAreNotInOrder(String floor, String reserve) {
    Market market = done(NewMarket.atPrice("X_USDT", number("1000"), START));
    Market asked =
        new Market(
            market.contract(),
            market.fill(),
            market.funding(),
            market.caps(),
            new Solvency(number(floor), number(reserve)),
            market.fund(),
            market.jumpBound(),
            market.priceAgeMax(),
            market.startingVolatility(),
            START);
    assertThat(refusal(NewMarket.checked(asked)).message()).startsWith("solvency:");
  }

  @Test
  void refusesTiersThatDoNotCoverWhatALiquidationCosts() {
    Market market = done(NewMarket.atPrice("X_USDT", number("1000"), START));
    Market wild =
        new Market(
            market.contract(),
            market.fill(),
            market.funding(),
            market.caps(),
            market.solvency(),
            market.fund(),
            market.jumpBound(),
            market.priceAgeMax(),
            number("2.1"),
            START);
    assertThat(refusal(NewMarket.checked(wild)).message()).contains("lowest maintenance rate");
  }
}
