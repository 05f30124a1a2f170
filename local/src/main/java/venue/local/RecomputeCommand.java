package venue.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;
import venue.domain.smartleverage.Recomputation;
import venue.store.MarketPage;
import venue.store.MarketStore;
import venue.store.TickHistory;

/** The command that recomputes the funds of a kept database from its ticks. */
@Command(
    name = "recompute",
    description = {
      "Recomputes every Smart Leverage fund in a kept database from the recorded ticks.",
      "Exits with 1 if one parts from its record, and names the first tick where it does."
    })
final class RecomputeCommand implements Callable<Integer> {
  private static final long PAGE = 1_000;
  private final PrintStream out;
  private final Path root;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The directory with the database.")
  private Path data = Path.of("");

  /**
   * @param root the project's directory
   */
  RecomputeCommand(PrintStream out, Path root) {
    this.out = out;
    this.root = root;
  }

  @Override
  public Integer call() {
    try (Venue venue = new Venue(VenueOptions.ofKept(root.resolve("template.yaml"), data))) {
      MarketStore markets = new MarketStore(venue.dynamoDb(), venue::variable);
      TickHistory history = new TickHistory(venue.dynamoDb(), venue::variable);
      boolean all = true;
      for (MarketPage page : markets.pages(markets.names())) {
        for (Fund fund : page.funds()) {
          all &= recompute(page, fund, markets.allRebalances(fund.name()), history);
        }
      }
      out.flush();
      return all ? 0 : 1;
    }
  }

  private boolean recompute(
      MarketPage page, Fund stored, List<Rebalance> recorded, TickHistory history) {
    Map<Long, Rebalance> byTick = new HashMap<>();
    recorded.forEach(rebalance -> byTick.put(rebalance.tick(), rebalance));
    Tick latest = page.tick().orElseThrow();
    long first = firstKept(latest, history);
    Recomputation own = new Recomputation(page.market(), begin(first, stored, recorded));
    for (long from = first; from <= latest.sequence(); from += PAGE) {
      long to = Math.min(latest.sequence(), from + PAGE - 1);
      for (Tick tick : history.read(page.market().name(), from, to)) {
        Optional<Rebalance> on = Optional.ofNullable(byTick.get(tick.sequence()));
        boolean isStillToBeDone = tick.sequence() == latest.sequence() && on.isEmpty();
        Optional<String> parting = isStillToBeDone ? Optional.empty() : own.tick(tick, on);
        if (parting.isPresent()) {
          out.println(stored.name() + ": " + parting.get());
          return false;
        }
      }
    }
    return ended(stored, own, latest);
  }

  // Ticks are kept for a while only; rebalances for good.
  private static long firstKept(Tick latest, TickHistory history) {
    for (long from = 1; from <= latest.sequence(); from += PAGE) {
      List<Tick> some = history.read(latest.market(), from, from + PAGE - 1);
      if (!some.isEmpty()) {
        return some.getFirst().sequence();
      }
    }
    return latest.sequence();
  }

  private static Fund begin(long first, Fund stored, List<Rebalance> recorded) {
    return recorded.stream()
        .filter(rebalance -> rebalance.tick() < first)
        .reduce((earlier, later) -> later)
        .map(Rebalance::after)
        .orElseGet(() -> recorded.isEmpty() ? stored : recorded.getFirst().before());
  }

  private boolean ended(Fund stored, Recomputation own, Tick latest) {
    boolean same = own.fund().navAt(latest).compareTo(stored.navAt(latest)) == 0;
    out.printf(
        "%s: %s after %d ticks and %d rebalances; NAV %s, leverage %s%n",
        stored.name(),
        same ? "as recorded" : "NAV is recorded as " + stored.navAt(latest).toPlainString(),
        own.ticks(),
        own.rebalances(),
        own.fund().navAt(latest).toPlainString(),
        own.fund().leverageAt(latest).toPlainString());
    return same;
  }
}
