package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.after;
import static venue.domain.Samples.fund;
import static venue.domain.Samples.market;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * Figures that other venues publish for leveraged tokens. Where a source rounds, its figure stands
 * in the row's name and the exact one is asserted.
 */
class PublishedFiguresTest {
  private static final Market MARKET = market();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C1 FTX, published -5.45%         | 3  | 10000 11000 10000             | -0.054545454545
          C2 FTX, published +69%           | 3  | 10000 11000 12100             | 0.69
          C3 FTX, published -28.4%         | 3  | 10000 9500 9000               | -0.284210526316
          C4 KuCoin, published +185%       | 3  | 100 110 121 133.1 146.41      | 1.8561
          C5 KuCoin, published -76%        | 3  | 100 90 81 72.9 65.61          | -0.7599
          C6 KuCoin, published -17%        | 3  | 100 110 99 108.9 98.01        | -0.1719
          C7 Gate, published 262.84 of 200 | 3  | 200 210 220                   | 0.314285714286
          C8 tpstroy, published +90%       | 3  | 100 105 110 115 120 125       | 0.8993506494
          C9 tpstroy, published -52%       | -3 | 100 105 110 115 120 125       | -0.5212450593
          C10 Bybit, published -33.33%     | -3 | 40000 44444                   | -0.3333
          C10 Bybit, published -55.55%     | -3 | 40000 44444 49381             | -0.55547833
          C10 Bybit, published -70.37%     | -3 | 40000 44444 49381 54868       | -0.70365822
          """)
  void aFundResetAtEachPriceCompounds(String name, int multiple, String prices, BigDecimal result) {
    List<String> path = List.of(prices.split(" ", -1));
    Fund fund = tracking(multiple, path.getFirst());
    for (String price : path.subList(1, path.size())) {
      fund = reset(fund, multiple, price);
    }
    assertThat(fund.nav().subtract(BigDecimal.ONE).setScale(result.scale(), RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(result);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          R1 FTX, published 2.74                | 10000 | 3  | 200   | 210   | 11500 | 2.739130434783
          R2 Gate and XT, published 2.74        | 100   | 3  | 100   | 105   | 115   | 2.739130434783
          R3 Phoenix, ETH +20%                  | 100   | 3  | 250   | 300   | 160   | 2.25
          R4 Phoenix, ETH -20%                  | 100   | 3  | 250   | 200   | 40    | 6
          R5 FTX BULL at 4x, published 11.15%   | 900   | 3  | 900   | 800   | 600   | 4
          R6 FTX BEAR at 4x, published 6.7%     | 1500  | -3 | 1500  | 1600  | 1200  | 4
          R7 Gate 3L lower edge at +20%         | 1     | 3  | 1000  | 1200  | 1.6   | 2.25
          R7 Gate 3L upper edge at -12%         | 1     | 3  | 1000  | 880   | 0.64  | 4.125
          R7 Gate 3S lower edge at -20%         | 1     | -3 | 1000  | 800   | 1.6   | 1.5
          R7 Gate 3S upper edge at +12%         | 1     | -3 | 1000  | 1120  | 0.64  | 5.25
          R8 Bybit, 300 BTC of 400,000 units    | 10    | 3  | 40000 | 40000 | 10    | 3
          R9 TLX 2x doubled, tolerance 3%       | 100   | 2  | 1000  | 2000  | 300   | 1.333333333333
          """)
  void leverageDriftsWithThePrice(
      String name,
      BigDecimal nav,
      int multiple,
      String from,
      String to,
      BigDecimal navAfter,
      BigDecimal leverage) {
    Fund fund = fund(side(multiple), nav, leverage(multiple), tick(MARKET, from));
    Tick next = after(MARKET, tick(MARKET, from), to, 60);
    assertThat(fund.navAt(next)).isEqualByComparingTo(navAfter);
    assertThat(fund.leverageAt(next)).isEqualByComparingTo(leverage);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          R1 FTX, to 164.285714 ETH    | 10000 | 3 | 200  | 210  | 14.285714285714
          R2 Gate, buys 30             | 100   | 3 | 100  | 105  | 0.285714285714
          R3 Phoenix, buys 120         | 100   | 3 | 250  | 300  | 0.4
          R4 Phoenix, sells 120        | 100   | 3 | 250  | 200  | -0.6
          R9 TLX, back to 2            | 100   | 2 | 1000 | 2000 | 0.1
          """)
  void aResetTradesTheDifference(
      String name, BigDecimal nav, int multiple, String from, String to, BigDecimal traded) {
    Fund fund = fund(side(multiple), nav, leverage(multiple), tick(MARKET, from));
    Tick next = after(MARKET, tick(MARKET, from), to, 60);
    Fund reset = fund.withLeverage(leverage(multiple), fund.navAt(next), next);
    assertThat(
            reset
                .exposure()
                .subtract(fund.exposure())
                .setScale(traded.scale(), RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(traded);
    assertThat(reset.leverageAt(next)).isEqualByComparingTo(leverage(multiple));
  }

  @Test
  void stepsOfTwelvePercentDownLeaveAFundThatIsResetAndWipeOneThatIsNot() {
    String[] prices = {"88", "77.44", "68.1472", "59.969536", "52.773192"};
    String[] navs = {"0.64", "0.4096", "0.262144", "0.16777216", "0.1073741824"};
    Fund fund = tracking(3, "100");
    Fund untouched = fund;
    for (int i = 0; i < prices.length; i++) {
      Tick next = after(MARKET, tick(MARKET, "100"), prices[i], 60);
      assertThat(untouched.isWipedAt(next)).as("after step %d", i + 1).isEqualTo(i >= 3);
      if (i < 4) {
        fund = reset(fund, 3, prices[i]);
        assertThat(fund.nav().setScale(12, RoundingMode.HALF_EVEN)).isEqualByComparingTo(navs[i]);
      }
    }
    // The last price of the source is rounded to six digits of 52.7731916.., and so is its figure.
    assertThat(reset(fund, 3, "52.77319168").nav().setScale(12, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(navs[4]);
  }

  /** C11: without volatility a fund that is reset all the time comes to a power of the price. */
  @ParameterizedTest(name = "Toros, {0}x and {1}")
  @CsvSource({"2, 1.2, 0.44", "3, 1.5, 2.375"})
  void aFundResetAllTheTimeOnASmoothPathComesToAPowerOfThePrice(
      int multiple, double rise, BigDecimal result) {
    int resets = 20_000;
    Fund fund = tracking(multiple, "1000");
    for (int i = 1; i <= resets; i++) {
      double price = 1000 * Math.pow(rise, (double) i / resets);
      fund = reset(fund, multiple, BigDecimal.valueOf(price).toPlainString());
    }
    assertThat(fund.nav().subtract(BigDecimal.ONE).setScale(3, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(result);
  }

  @Test
  void aRecoveryAfterACutDoesNotBringTheLossBack() {
    Fund cut = reset(tracking(3, "100"), 3, "88");
    assertThat(reset(cut, 3, "100").nav().setScale(10, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("0.9018181818");
  }

  @ParameterizedTest(name = "{0}x inside {1} to {2}: {3}")
  @CsvSource({"3,2.25,4.125,0.567", "-3,1.5,5.25,0.297", "5,3.5,7,0.305", "-5,3.5,7,0.305"})
  void bothDirectionsLoseWhenThePriceHalvesAndComesBack(
      int multiple, BigDecimal low, BigDecimal high, BigDecimal result) {
    Fund fund = tracking(multiple, "100");
    for (int cents = 9_999; cents >= 5_000; cents--) {
      fund = resetOutside(fund, multiple, low, high, cents);
    }
    for (int cents = 5_001; cents <= 10_000; cents++) {
      fund = resetOutside(fund, multiple, low, high, cents);
    }
    assertThat(fund.navAt(at("100")).setScale(3, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(result);
  }

  @ParameterizedTest
  @CsvSource({"3", "2"})
  void oneGapOfHalfThePriceWipesTheFundAndTheHoldersOweNothing(int multiple) {
    Fund fund = tracking(multiple, "100");
    assertThat(fund.navAt(at("50"))).isEqualByComparingTo("0");
    assertThat(fund.isWipedAt(at("50"))).isTrue();
    assertThat(fund.leverageAt(at("50"))).isEqualByComparingTo("0");
  }

  private static Fund resetOutside(
      Fund fund, int multiple, BigDecimal low, BigDecimal high, int cents) {
    Tick next = at(BigDecimal.valueOf(cents, 2).toPlainString());
    return new FixedMultiple(leverage(multiple), low, high, Optional.empty())
        .next(Drift.of(fund, next))
        .map(to -> fund.withLeverage(to, fund.navAt(next), next))
        .orElse(fund);
  }

  private static Fund tracking(int multiple, String price) {
    return fund(side(multiple), BigDecimal.ONE, leverage(multiple), tick(MARKET, price));
  }

  private static Fund reset(Fund fund, int multiple, String price) {
    Tick next = at(price);
    return fund.withLeverage(leverage(multiple), fund.navAt(next), next);
  }

  private static Tick at(String price) {
    return tick(MARKET, price);
  }

  private static Side side(int multiple) {
    return Side.of(multiple);
  }

  private static BigDecimal leverage(int multiple) {
    return BigDecimal.valueOf(Math.abs(multiple));
  }
}
