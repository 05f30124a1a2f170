package venue.domain.futures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.market.Contract;
import venue.domain.market.Tier;

/**
 * How much of a position must be closed so that its equity is {@code maintenance × (1 + buffer)}
 * again. Closing costs {@code c} per notional (half spread and liquidation fee) and lowers the line
 * of each tier by {@code r} per notional, so
 *
 * <p>{@code base = ((1 + buffer)(r|q|P − d) − equity) / (P((1 + buffer)r − c))}
 *
 * <p>for the tier whose line asks for most.
 */
public final class Shortage {

  private Shortage() {}

  /**
   * The base amount to close at one tier's line, exact to 34 digits; none if the rate does not
   * cover the cost, so that closing a part does not help.
   *
   * @param shortage {@code (1 + buffer)(r|q|P − d) − equity}, USDT
   * @param rate {@code (1 + buffer)r}
   * @param cost {@code c} per notional
   */
  public static Optional<BigDecimal> base(
      BigDecimal shortage, BigDecimal rate, BigDecimal cost, BigDecimal price) {
    BigDecimal freed = rate.subtract(cost).multiply(price);
    return freed.signum() <= 0
        ? Optional.empty()
        : Optional.of(shortage.divide(freed, MathContext.DECIMAL128));
  }

  /**
   * Contracts to close, rounded up; none if only closing all helps.
   *
   * @param equity of the position, USDT; of a leg under cross margin, what the account's equity
   *     leaves it beside {@code maintenance × (1 + buffer)} of the other legs
   * @param buffer 0: to maintenance itself
   * @param cost of closing per notional
   */
  static Optional<Long> contracts(
      Position position,
      Contract contract,
      BigDecimal price,
      BigDecimal equity,
      BigDecimal buffer,
      BigDecimal cost) {
    BigDecimal notional = contract.base(Math.abs(position.size())).multiply(price);
    BigDecimal factor = BigDecimal.ONE.add(buffer);
    BigDecimal most = BigDecimal.ZERO;
    for (Tier tier : contract.tiers().tiers()) {
      BigDecimal rate = tier.maintenanceRate().add(contract.takerFeeRate()).multiply(factor);
      BigDecimal line = rate.multiply(notional).subtract(tier.deduction().multiply(factor));
      BigDecimal shortage = line.subtract(equity);
      if (shortage.signum() > 0) {
        Optional<BigDecimal> base = base(shortage, rate, cost, price);
        if (base.isEmpty()) {
          return Optional.empty();
        }
        most = most.max(base.get());
      }
    }
    BigDecimal contracts = most.divide(contract.quantoMultiplier(), 0, RoundingMode.CEILING);
    if (contracts.compareTo(BigDecimal.valueOf(Math.abs(position.size()))) >= 0) {
      return Optional.empty();
    }
    long by = contracts.longValueExact();
    BigDecimal left = equity.subtract(contract.base(by).multiply(price).multiply(cost));
    BigDecimal needed =
        contract.maintenance(Math.abs(position.size()) - by, price).multiply(factor);
    return left.compareTo(needed) < 0 ? Optional.empty() : Optional.of(by);
  }
}
