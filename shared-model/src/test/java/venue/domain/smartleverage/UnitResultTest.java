package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;

/** A purchase of 1,000 USDT and what becomes of it, at a management fee of 2 %. */
class UnitResultTest {
  private static final Market MARKET = Samples.market();
  private static final BigDecimal SLIGHT = number("0.000000001");

  private Tick tick = Samples.tick(MARKET, "1000");
  private Fund fund = Fund.open(MARKET, Side.LONG, tick);
  private Holding holding = Holding.none(fund);
  private BigDecimal rebalanced = BigDecimal.ZERO;

  private UnitDesk desk() {
    return new UnitDesk(
        Samples.account("100000"),
        holding,
        fund,
        Samples.shard(MARKET),
        1,
        MARKET,
        tick,
        tick.time());
  }

  private void buy(String amount) {
    UnitOrder order = new UnitOrder.Buy(fund.name(), number(amount), Optional.empty());
    holding = done(UnitTrade.execute(order, 1, desk())).holding();
  }

  private void sell(String fraction) {
    UnitOrder order = new UnitOrder.SellFraction(fund.name(), number(fraction), Optional.empty());
    holding = done(UnitTrade.execute(order, 2, desk())).holding();
  }

  // With a skew, so that funding accrues.
  private void pass(String price, int seconds) {
    tick =
        new NextTick(MARKET, number("10"), 10)
            .good(Optional.of(tick), number(price), tick.time().plusSeconds(seconds));
    Optional<Rebalance> due = Rebalance.due(fund, MARKET, tick);
    rebalanced = rebalanced.add(due.map(Rebalance::cost).orElse(BigDecimal.ZERO));
    fund = due.map(Rebalance::after).orElse(fund);
  }

  private UnitResult result() {
    return UnitResult.of(holding, fund, tick).orElseThrow();
  }

  private static BigDecimal sum(UnitResult parts) {
    return parts
        .marketMove()
        .add(parts.rebalancing())
        .add(parts.trading())
        .add(parts.funding())
        .add(parts.management());
  }

  @Test
  void whileNothingIsRebalancedTheMarketMoveIsAllButCosts() {
    pass("1000", 5);
    buy("1000");
    pass("1050", 3_600);
    BigDecimal exposure = holding.units().multiply(fund.exposure());
    UnitResult parts = result();
    assertThat(fund.rebalances()).isEqualTo(1);
    assertThat(parts.marketMove().subtract(exposure.multiply(number("50"))).abs())
        .isLessThan(SLIGHT);
    assertThat(parts.rebalancing().abs()).isLessThan(SLIGHT);
    assertThat(parts.trading()).isBetween(number("-1.3"), number("-0.7"));
    assertThat(parts.funding()).isNegative();
    // 2 % of NAV a year, an hour of it
    assertThat(parts.management().setScale(4, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("-0.0023");
    assertThat(sum(parts)).isEqualByComparingTo(UnitResult.total(holding, fund, tick));
  }

  @Test
  void aFallThatComesBackCostsWhatTheCutGaveAway() {
    buy("1000");
    BigDecimal bought = result().trading();
    pass("500", 5);
    pass("1000", 5);
    UnitResult parts = result();
    assertThat(fund.rebalances()).isGreaterThan(1);
    assertThat(parts.marketMove().abs()).isLessThan(SLIGHT);
    assertThat(parts.rebalancing()).isNegative();
    assertThat(
            parts
                .trading()
                .subtract(bought)
                .negate()
                .subtract(rebalanced.multiply(holding.units()))
                .abs())
        .isLessThan(SLIGHT);
    assertThat(sum(parts)).isEqualByComparingTo(UnitResult.total(holding, fund, tick));
  }

  @Test
  void onAnyPathThePartsAddUpExactly() {
    Dice.forEach(
        100,
        dice -> {
          UnitResultTest one = new UnitResultTest();
          one.buy("1000");
          for (int i = 0; i < 40; i++) {
            BigDecimal move =
                dice.chance(0.1) ? dice.between("0.7", "1.4", 4) : dice.between("0.99", "1.01", 4);
            one.pass(
                one.tick.price().multiply(move).setScale(3, RoundingMode.UP).toPlainString(),
                dice.between(1, 20_000));
            switch (dice.oneOf(List.of("buy", "sell", "hold", "hold"))) {
              case "buy" -> one.buyIfSold();
              case "sell" -> one.sell("0.37");
              default -> {}
            }
            if (one.holding.series() == one.fund.series()) {
              assertThat(sum(one.result()))
                  .isEqualByComparingTo(UnitResult.total(one.holding, one.fund, one.tick));
            } else {
              assertThat(UnitResult.of(one.holding, one.fund, one.tick)).isEmpty();
              return;
            }
          }
        });
  }

  private void buyIfSold() {
    UnitOrder order = new UnitOrder.Buy(fund.name(), number("100"), Optional.empty());
    holding = UnitTrade.execute(order, 3, desk()).fold(UnitExecution::holding, refusal -> holding);
  }
}
