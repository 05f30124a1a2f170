package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.fund;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Rebalance.Kind;

/** The market is at 1000, its target leverage is 1.25 and its band 0.9375 to 1.5625. */
class ActionPricesTest {
  private static final Market MARKET = market();
  private static final Tick TICK = tick(MARKET, "1000");
  private static final BigDecimal STEP = MARKET.contract().priceStep();

  private static Optional<Kind> at(Fund fund, BigDecimal price) {
    return Rebalance.due(fund, MARKET, Samples.after(MARKET, TICK, price.toPlainString(), 1))
        .map(Rebalance::kind);
  }

  private static BigDecimal way(Side side, BigDecimal price, int steps) {
    return price.add(side.sign().multiply(STEP).multiply(BigDecimal.valueOf(steps)).negate());
  }

  @Test
  void aFundCutsOneStepBeyondItsCutPriceAndNotOneStepBefore() {
    Dice.forEach(
        200,
        dice -> {
          Side side = dice.oneOf(List.of(Side.LONG, Side.SHORT));
          Fund fund = fund(side, BigDecimal.ONE, dice.between("1.01", "1.56", 6), TICK);
          BigDecimal cut = ActionPrices.of(fund, MARKET, TICK).cut().orElseThrow();
          assertThat(at(fund, way(side, cut, 1))).contains(Kind.CUT);
          assertThat(at(fund, way(side, cut, -1))).isEmpty();
        });
  }

  @Test
  void theJumpThatWipesAFundIsThisOneAndNotOneStepLess() {
    Dice.forEach(
        200,
        dice -> {
          Side side = dice.oneOf(List.of(Side.LONG, Side.SHORT));
          Fund fund = fund(side, BigDecimal.ONE, dice.between("1.01", "3", 6), TICK);
          BigDecimal wipe = ActionPrices.of(fund, MARKET, TICK).wipe().orElseThrow();
          assertThat(at(fund, way(side, wipe, 1))).contains(Kind.WIPE);
          assertThat(at(fund, way(side, wipe, -1))).contains(Kind.CUT);
        });
  }

  @Test
  void aLongFundWithoutLeverageIsWipedAtNoPriceAndNeverCut() {
    ActionPrices prices =
        ActionPrices.of(fund(Side.LONG, BigDecimal.ONE, number("1"), TICK), MARKET, TICK);
    assertThat(prices.cut()).isEmpty();
    assertThat(prices.wipe()).isEmpty();
    assertThat(prices.raise()).isEmpty();
  }

  @Test
  void aShortFundComesToItsLowerEdgeWhenThePriceFalls() {
    Fund fund = fund(Side.SHORT, BigDecimal.ONE, number("1.25"), TICK);
    BigDecimal raise = ActionPrices.of(fund, MARKET, TICK).raise().orElseThrow();
    // |q|P' = ℓ(1 + 1.25 − |q|P'), ℓ = 0.9375
    assertThat(raise.doubleValue()).isBetween(870.96, 870.97);
    Tick there = Samples.after(MARKET, TICK, raise.toPlainString(), 1);
    assertThat(fund.leverageAt(there)).isBetween(number("0.937499"), number("0.937501"));
  }
}
