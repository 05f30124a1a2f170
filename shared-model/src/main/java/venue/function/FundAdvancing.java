package venue.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;
import venue.store.MarketPage;
import venue.store.MarketStore;

/**
 * Brings funds to the latest tick: whoever touches a fund does this first. A tick is stored only
 * after what was due at the one before it is done, so that the latest tick is all there is to look
 * at.
 */
public record FundAdvancing(MarketStore markets, Attempts attempts) {

  /** With what a function is given. */
  public static FundAdvancing of(Environment environment) {
    return new FundAdvancing(
        new MarketStore(environment.dynamoDb(), environment::variable),
        new Attempts(environment.random()));
  }

  /**
   * A market whose funds have all that is due at its latest tick behind them; none if there is no
   * such market. A rebalance that lost its race may have been done by another or by nobody, so the
   * market is read again until nothing is due.
   *
   * @param log is told what was due, a line each
   * @throws IllegalStateException if others change the funds all the time
   */
  public Optional<MarketPage> advanced(String market, Consumer<String> log) {
    return attempts
        .first(() -> settled(market, log))
        .orElseThrow(() -> new IllegalStateException("the funds of " + market + " are busy"));
  }

  private Optional<Optional<MarketPage>> settled(String market, Consumer<String> log) {
    Optional<MarketPage> page = markets.page(market);
    List<String> due = page.map(this::advance).orElseGet(List::of);
    due.forEach(log);
    return due.isEmpty() ? Optional.of(page) : Optional.empty();
  }

  /**
   * Tries once to rebalance the funds of a market that are due at its latest tick.
   *
   * @return what was due, a line each; if there is any, the page is no longer true
   */
  public List<String> advance(MarketPage page) {
    List<String> lines = new ArrayList<>();
    for (Fund fund : page.funds()) {
      Optional<Rebalance> due =
          page.tick().flatMap(tick -> Rebalance.due(fund, page.market(), tick));
      due.ifPresent(rebalance -> lines.add(line(rebalance, markets.commit(rebalance))));
    }
    return lines;
  }

  private static String line(Rebalance rebalance, boolean stored) {
    return "%s%s %s at %s, tick %d: leverage was %s, target %s"
        .formatted(
            stored ? "" : "another write was first: ",
            rebalance.kind(),
            rebalance.before().name(),
            rebalance.price().toPlainString(),
            rebalance.tick(),
            rebalance.leverageBefore().toPlainString(),
            rebalance.target().toPlainString());
  }
}
