package venue.simulation.recorded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** What a run came to, in one line. */
record Report(
    PricePath path,
    int accounts,
    Duration wall,
    Figures figures,
    RecordedRun.Sums before,
    RecordedRun.Sums after) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s to %s: %d ticks (%d unconfirmed, %d degraded) in %.1f s; %d accounts, %d orders"
            + " (%s); liquidations %d (%d reductions, %d closes) of %s USDT, %d with a shortfall,"
            + " %s USDT = %s bp; %d orders beyond their margin, %s USDT; insurance %s to %s, house cash %s to %s, equity %s to %s,"
            + " fees %s; %d stops filled (%s), %d rebalances",
        path.name(),
        path.from(),
        path.to(),
        figures.count("ticks"),
        figures.count("UNCONFIRMED"),
        figures.count("DEGRADED"),
        wall.toMillis() / 1e3,
        accounts,
        figures.count("order"),
        figures.beginning("refused"),
        figures.count("reductions") + figures.count("closes"),
        figures.count("reductions"),
        figures.count("closes"),
        shown(figures.liquidated()),
        figures.count("uncovered"),
        shown(figures.uncovered()),
        shortfall(),
        figures.count("insured orders"),
        shown(figures.ordersInsured()),
        shown(before.insurance()),
        shown(after.insurance()),
        shown(before.cash()),
        shown(after.cash()),
        shown(before.equity()),
        shown(after.equity()),
        shown(after.fees()),
        figures.count("stop SUCCEEDED"),
        figures.beginning("stop"),
        figures.count("rebalances"));
  }

  private BigDecimal shortfall() {
    return figures.liquidated().signum() == 0
        ? BigDecimal.ZERO
        : figures
            .uncovered()
            .movePointRight(4)
            .divide(figures.liquidated(), 2, RoundingMode.HALF_EVEN);
  }

  private static String shown(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
