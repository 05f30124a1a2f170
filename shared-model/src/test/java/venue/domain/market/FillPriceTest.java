package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.Dice;

class FillPriceTest {

  @ParameterizedTest(name = "skew {0}, trade {1}: {2}")
  @CsvSource({
    "0, 100, 0.05",
    "200, 100, 0.25",
    "-200, -100, 0.25",
    "200, -100, 0",
    "-30, 100, 0.02",
    "-50, 100, 0"
  })
  void impactIsTheMeanOfTheSkewOverTheTradeAndNeverARebate(
      BigDecimal skew, BigDecimal q, BigDecimal impact) {
    assertThat(FillPrice.impact(skew, q, number("1000"))).isEqualByComparingTo(impact);
  }

  @Test
  void splittingATradeNeverCostsLessImpact() {
    Dice.forEach(
        3_000,
        dice -> {
          BigDecimal scale = number("1000000");
          BigDecimal skew = dice.between("-1000", "1000", 3);
          BigDecimal first = dice.between("0.001", "1000", 3);
          BigDecimal second = dice.between("0.001", "1000", 3);
          BigDecimal split =
              FillPrice.impact(skew, first, scale)
                  .multiply(first)
                  .add(FillPrice.impact(skew.add(first), second, scale).multiply(second));
          BigDecimal whole = first.add(second);
          BigDecimal atOnce = FillPrice.impact(skew, whole, scale).multiply(whole);
          assertThat(split.add(whole.movePointLeft(12))).isGreaterThanOrEqualTo(atOnce);
        });
  }

  @Test
  void thePriceLiesOnTheStepAgainstTheTrader() {
    Market market = market();
    Tick tick = tick(market, "1000.004");
    assertThat(price(market, tick, "0.001")).isEqualByComparingTo("1000.11");
    assertThat(price(market, tick, "-0.001")).isEqualByComparingTo("999.9");
  }

  @Test
  void aSaleOfWhatIsWorthLessThanOneStepBringsNothingAndNeverMoreThanThePrice() {
    Market market = market();
    assertThat(price(market, tick(market, "0.01"), "-1")).isZero();
    assertThat(price(market, tick(market, "0.003"), "1")).isEqualByComparingTo("0.01");
  }

  private static BigDecimal price(Market market, Tick tick, String q) {
    return FillPrice.of(market, tick, number(q), BigDecimal.ZERO, START).price();
  }
}
