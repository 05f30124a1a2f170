package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.fund;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import venue.domain.Side;
import venue.domain.market.Tick;

class VolatilityTargetTest {
  private static final VolatilityTarget RULE = VolatilityTarget.USUAL;

  @ParameterizedTest(name = "at a volatility of {0}: {1}")
  @CsvSource({"0.5, 2", "0.8, 1.25", "1, 1", "2, 1", "0.39, 2.564102564102"})
  void theTargetIsTheVolatilityAimedAtOverThatOfTheMarketWithinOneAndTheCaps(
      BigDecimal sigma, BigDecimal target) {
    assertThat(RULE.target(sigma, Side.LONG)).isEqualByComparingTo(target);
  }

  @ParameterizedTest
  @EnumSource
  void theStressJumpAtTheUpperEdgeOfTheHighestTargetLeavesJustTheCostOfClosing(Side side) {
    BigDecimal edge = RULE.upperEdge(RULE.target(number("0.01"), side));
    assertThat(edge).isLessThanOrEqualTo(RULE.gapCap(side));
    Tick tick = tick(market(), "1000");
    Fund fund = fund(side, BigDecimal.ONE, edge, tick);
    BigDecimal jumped = side == Side.LONG ? number("700") : number("1300");
    BigDecimal nav = fund.navAt(jumped, BigDecimal.ZERO, Instant.EPOCH);
    BigDecimal closing = fund.exposure().abs().multiply(jumped).multiply(RULE.closingCost());
    assertThat(nav.subtract(closing)).isBetween(BigDecimal.ZERO, number("0.00000001"));
  }

  @Test
  void theManagementFeeAccruesOnTheNavOfTheLastRebalance() {
    Tick tick = tick(market(), "1000");
    Fund fund = Fund.open(market(), Side.LONG, tick);
    assertThat(fund.navAt(tick.price(), tick.fundingIndex(), tick.time().plusSeconds(365 * 86_400)))
        .isEqualByComparingTo("0.98");
  }
}
