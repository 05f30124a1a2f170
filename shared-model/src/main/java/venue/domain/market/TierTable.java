package venue.domain.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;

/**
 * The tiers of a contract, lowest first. Maintenance margin is the highest of the tiers' lines, so
 * it is continuous, convex and never jumps when a position grows into the next tier.
 *
 * @param version positions keep the version they were last touched under
 * @param tiers at least one, with rising risk limits and rates
 */
public record TierTable(int version, List<Tier> tiers) {

  public TierTable {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("a tier table has at least one tier");
    }
  }

  /** One row of a table before its deduction is known. */
  public record Row(BigDecimal riskLimit, BigDecimal maintenanceRate, int leverageMax) {}

  /**
   * A table with the deductions that join its lines.
   *
   * <p>Refused unless risk limits and rates rise, leverage falls, and initial margin at the highest
   * leverage of each tier exceeds its maintenance margin.
   */
  public static Outcome<TierTable> of(int version, List<Row> rows) {
    List<Tier> tiers = new ArrayList<>();
    BigDecimal floor = BigDecimal.ZERO;
    BigDecimal rate = BigDecimal.ZERO;
    BigDecimal deduction = BigDecimal.ZERO;
    for (Row row : rows) {
      if (row.leverageMax() < 1) {
        return invalid("leverage_max is at least 1");
      }
      BigDecimal initialRate =
          Rounding.shown(BigDecimal.ONE, BigDecimal.valueOf(row.leverageMax()), 12);
      if (row.riskLimit().compareTo(floor) <= 0 || row.maintenanceRate().compareTo(rate) <= 0) {
        return invalid("risk limits and maintenance rates rise from tier to tier");
      }
      if (row.maintenanceRate().compareTo(initialRate) >= 0) {
        return invalid("the maintenance rate of a tier is below 1 / leverage_max");
      }
      if (!tiers.isEmpty()) {
        if (row.leverageMax() > tiers.getLast().leverageMax()) {
          return invalid("leverage_max falls from tier to tier");
        }
        deduction = Tier.deduction(floor, row.maintenanceRate(), rate, deduction);
      }
      tiers.add(
          new Tier(
              row.riskLimit(), initialRate, row.maintenanceRate(), row.leverageMax(), deduction));
      floor = row.riskLimit();
      rate = row.maintenanceRate();
    }
    return tiers.isEmpty()
        ? invalid("at least one tier")
        : Outcome.done(new TierTable(version, tiers));
  }

  private static Outcome<TierTable> invalid(String rule) {
    return Outcome.refused(Reason.INVALID_PARAM_VALUE, "tiers: " + rule);
  }

  /**
   * Maintenance margin of a notional: {@code max over tiers of (r·|q|·P − d)} with {@code r} the
   * tier's rate plus the taker fee.
   *
   * @param notional {@code |q|·P}, USDT, not negative
   * @param takerFeeRate what closing costs per notional
   */
  public BigDecimal maintenance(BigDecimal notional, BigDecimal takerFeeRate) {
    BigDecimal highest = BigDecimal.ZERO;
    for (Tier tier : tiers) {
      BigDecimal line =
          tier.maintenanceRate().add(takerFeeRate).multiply(notional).subtract(tier.deduction());
      highest = highest.max(line);
    }
    return highest;
  }

  /** The tier a notional (USDT) lies in; beyond the last risk limit, the last. */
  public Tier tierOf(BigDecimal notional) {
    for (Tier tier : tiers) {
      if (notional.compareTo(tier.riskLimit()) <= 0) {
        return tier;
      }
    }
    return tiers.getLast();
  }

  /**
   * The tier that a client means by its risk limit, refused if there is none or a position lies
   * beyond it.
   *
   * @param riskLimit USDT
   * @param notional of the position, USDT, not negative
   */
  public Outcome<Tier> withLimit(BigDecimal riskLimit, BigDecimal notional) {
    if (riskLimit.compareTo(riskLimitMax()) > 0) {
      return Outcome.refused(
          Reason.RISK_LIMIT_TOO_HIGH, "risk_limit: at most " + plain(riskLimitMax()));
    }
    BigDecimal least = tierOf(notional).riskLimit();
    if (riskLimit.compareTo(least) < 0) {
      return Outcome.refused(
          Reason.RISK_LIMIT_TOO_lOW,
          "risk_limit: at least " + plain(least) + ", the limit of the position's tier");
    }
    return tiers.stream()
        .filter(tier -> tier.riskLimit().compareTo(riskLimit) == 0)
        .findFirst()
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Reason.RISK_LIMIT_NOT_MULTIPLE,
                    "risk_limit should be the limit of a tier: "
                        + tiers.stream()
                            .map(tier -> plain(tier.riskLimit()))
                            .collect(Collectors.joining(", "))));
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  /** The notional beyond which no position may grow, USDT. */
  public BigDecimal riskLimitMax() {
    return tiers.getLast().riskLimit();
  }

  /** The maintenance rate of the lowest tier, without the taker fee. */
  public BigDecimal lowestRate() {
    return tiers.getFirst().maintenanceRate();
  }
}
