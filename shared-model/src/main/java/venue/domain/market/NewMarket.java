package venue.domain.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.smartleverage.FundRule;
import venue.domain.statistics.Volatility;

/**
 * The configuration a market gets when its operator states only what its price is about: one
 * contract is worth 1 to 10 USDT, a price has six digits, and the caps are the same in USDT for
 * every market.
 */
public final class NewMarket {
  private static final BigDecimal SKEW_SCALE = BigDecimal.valueOf(100_000_000);
  private static final BigDecimal ORDER = BigDecimal.valueOf(1_000_000);

  private NewMarket() {}

  /**
   * The configuration of a new market.
   *
   * @param name base and settlement currency, such as {@code BTC_USDT}
   * @param price what the base is worth about now, USDT
   * @param now venue time
   */
  public static Outcome<Market> atPrice(String name, BigDecimal price, Instant now) {
    if (price.signum() <= 0) {
      return Outcome.refused(Reason.INVALID_PARAM_VALUE, "reference_price: above zero");
    }
    int magnitude = price.precision() - price.scale() - 1;
    if (Math.abs(magnitude) > 12) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, "reference_price: between 1e-12 and 1e12 USDT");
    }
    BigDecimal multiplier = power(-magnitude);
    BigDecimal contractWorth = multiplier.multiply(price);
    return tiers()
        .then(
            tiers ->
                checked(
                    new Market(
                        new Contract(
                            name,
                            multiplier,
                            power(magnitude - 5),
                            1,
                            contracts(ORDER, contractWorth),
                            1,
                            tiers.tiers().getFirst().leverageMax(),
                            10,
                            new BigDecimal("0.00075"),
                            new BigDecimal("0.0005"),
                            new BigDecimal("0.001"),
                            tiers),
                        new FillRule(
                            new BigDecimal("0.0001"),
                            new BigDecimal("3"),
                            SKEW_SCALE.divide(
                                price, multiplier.scale() + 8, RoundingMode.HALF_EVEN)),
                        new FundingRule(
                            new BigDecimal("0.01"), new BigDecimal("0.003"), Duration.ofHours(8)),
                        new Caps(
                            contracts(Caps.USUAL_OPEN_INTEREST, contractWorth),
                            contracts(Caps.USUAL_SKEW, contractWorth),
                            Caps.USUAL_OPEN_INTEREST,
                            Caps.USUAL_SKEW),
                        Solvency.USUAL,
                        FundRule.USUAL,
                        new JumpBound(BigDecimal.TEN, new BigDecimal("0.01")),
                        Duration.ofSeconds(10),
                        new BigDecimal("0.8"),
                        now)));
  }

  /**
   * The market, refused unless its lowest tier's rate covers what a liquidation costs: closing, the
   * liquidation fee, and z standard deviations of the price over the age a tick may have; or if the
   * lines for the house's equity are not in order.
   */
  public static Outcome<Market> checked(Market market) {
    Contract contract = market.contract();
    BigDecimal move =
        market
            .fill()
            .z()
            .multiply(Volatility.deviation(market.startingVolatility(), market.priceAgeMax()));
    BigDecimal cost =
        contract
            .orderFeeRate()
            .add(market.fill().halfSpread())
            .add(contract.liquidationFeeRate())
            .add(move);
    if (contract.tiers().lowestRate().compareTo(cost) < 0) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "tiers: the lowest maintenance rate is at least "
              + cost.toPlainString()
              + ", what a liquidation costs");
    }
    return Solvency.checked(market.solvency())
        .then(solvency -> FundRule.checked(market.fund()))
        .then(rule -> Outcome.done(market));
  }

  private static Outcome<TierTable> tiers() {
    return TierTable.of(
        1,
        List.of(
            row("100000", "0.005", 100),
            row("500000", "0.01", 50),
            row("1000000", "0.025", 20),
            row("5000000", "0.05", 10)));
  }

  private static TierTable.Row row(String riskLimit, String rate, int leverageMax) {
    return new TierTable.Row(new BigDecimal(riskLimit), new BigDecimal(rate), leverageMax);
  }

  private static BigDecimal power(int exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen(exponent).setScale(Math.max(0, -exponent));
  }

  private static long contracts(BigDecimal value, BigDecimal contractWorth) {
    return value.divide(contractWorth, 0, RoundingMode.DOWN).longValueExact();
  }
}
