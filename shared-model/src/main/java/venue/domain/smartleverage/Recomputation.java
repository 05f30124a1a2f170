package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * A fund recomputed from the ticks of its market, one after the other, and compared with what was
 * recorded of it, to the last digit.
 */
public final class Recomputation {
  private final Market market;
  private Fund fund;
  private long ticks;
  private long rebalances;

  /**
   * A recomputation.
   *
   * @param begin the fund as of a tick before the first that is given
   */
  public Recomputation(Market market, Fund begin) {
    this.market = market;
    this.fund = begin;
  }

  /**
   * The next tick: none if what is due at it is what was recorded, else the first figure that parts
   * from the record, with both values.
   *
   * @param recorded the rebalance that is on record at the tick
   */
  public Optional<String> tick(Tick tick, Optional<Rebalance> recorded) {
    ticks++;
    Optional<Rebalance> due =
        Rebalance.due(fund, market, tick).or(() -> deleveraged(tick, recorded));
    if (due.isEmpty() || recorded.isEmpty()) {
      return due.isEmpty() && recorded.isEmpty()
          ? Optional.empty()
          : Optional.of(parting(tick, "rebalance", shown(recorded), shown(due)));
    }
    rebalances++;
    fund = due.get().after();
    Map<String, String> told = figures(recorded.get());
    for (Map.Entry<String, String> own : figures(due.get()).entrySet()) {
      String other = told.getOrDefault(own.getKey(), "");
      if (!other.equals(own.getValue())) {
        return Optional.of(parting(tick, own.getKey(), other, own.getValue()));
      }
    }
    return Optional.empty();
  }

  // The house's deficit is on record; what the fund made of it is recomputed.
  private Optional<Rebalance> deleveraged(Tick tick, Optional<Rebalance> recorded) {
    return recorded
        .flatMap(Rebalance::deleverage)
        .flatMap(why -> Rebalance.deleveraged(fund, market, tick, why));
  }

  /** The fund as it follows from all ticks so far. */
  public Fund fund() {
    return fund;
  }

  /** How many ticks there were. */
  public long ticks() {
    return ticks;
  }

  /** How many rebalances were due at them. */
  public long rebalances() {
    return rebalances;
  }

  private static String shown(Optional<Rebalance> rebalance) {
    return rebalance.map(done -> done.kind().name()).orElse("none");
  }

  private static String parting(Tick tick, String figure, String recorded, String recomputed) {
    return "tick %d at %s: %s is recorded as %s, recomputed it is %s"
        .formatted(tick.sequence(), tick.time(), figure, recorded, recomputed);
  }

  private static Map<String, String> figures(Rebalance of) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("kind", of.kind().name());
    figures.put("price", plain(of.price()));
    figures.put("funding_index", plain(of.fundingIndex()));
    figures.put("volatility", plain(of.sigma()));
    figures.put("target_leverage", plain(of.target()));
    figures.put("leverage_before", plain(of.leverageBefore()));
    figures.put("nav_before", plain(of.navBefore()));
    figures.put("cost", plain(of.cost()));
    figures.put("exposure_before", plain(of.before().exposure()));
    figures.put("series", Long.toString(of.after().series()));
    figures.put("epoch", Long.toString(of.after().epoch()));
    figures.put("nav_after", plain(of.after().nav()));
    figures.put("exposure_after", plain(of.after().exposure()));
    return figures;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
