package venue.domain.house;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;

/** At a price of 1000, with contracts of 0.001 and a floor of 10 %. */
class DeficitTest {
  private static final Market MARKET = Samples.market();
  private static final Tick TICK = Samples.tick(MARKET, "1000");

  private static Optional<Deficit> deficit(String skew, String equity) {
    return Deficit.of(MARKET, TICK, number(skew), number(equity));
  }

  private static long contracts(String skew, String equity) {
    return deficit(skew, equity).orElseThrow().contracts();
  }

  @Test
  void thereIsNoneAtTheFloor() {
    assertThat(deficit("10", "1000")).isEmpty();
    assertThat(deficit("0", "0")).isEmpty();
  }

  @Test
  void takesOffWhatEquityDoesNotCoverInWholeContractsRoundedUp() {
    assertThat(contracts("10", "999")).isEqualTo(10);
    assertThat(contracts("10", "999.95")).isEqualTo(1);
    assertThat(contracts("10", "400")).isEqualTo(6000);
  }

  @Test
  void theFloorHasTheDecimalsOfCashRoundedUp() {
    assertThat(deficit("1000000.000000000000000001", "0").orElseThrow().floor())
        .isEqualTo(number("100000000.000000000001"));
  }

  @Test
  void isOnTheSideThatUsersAreNetOn() {
    Deficit deficit = deficit("-10", "400").orElseThrow();
    assertThat(deficit.side()).isEqualTo(Side.SHORT);
    assertThat(deficit.floor()).isEqualByComparingTo("1000");
    assertThat(deficit.contracts()).isEqualTo(6000);
  }

  @Test
  void neverTakesOffMoreThanUsersAreNet() {
    assertThat(contracts("10", "-50")).isEqualTo(10_000);
    assertThat(contracts("10.0004", "0")).isEqualTo(10_000);
    assertThat(deficit("0.0005", "-50")).isEmpty();
  }

  @Test
  void houseEquityIsCashLessWhatItWouldOweIfEverybodyClosed() {
    Fund fund = Fund.open(MARKET, Side.LONG, TICK);
    HouseSums sums =
        new HouseSums(
            number("1000"),
            number("2"),
            number("1900"),
            number("-4"),
            Map.of(fund.seriesName(), number("10")));
    assertThat(sums.equityAt(TICK, List.of(fund))).isEqualByComparingTo("894");
  }
}
