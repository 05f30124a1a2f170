package venue.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;
import venue.store.MarketPage;
import venue.store.MarketStore;

/**
 * Brings funds to the latest tick: whoever touches a fund does this first. A tick is stored only
 * after what was due at the one before it is done, so that the latest tick is all there is to look
 * at.
 */
public record FundAdvancing(MarketStore markets) {

  /**
   * Rebalances the funds of a market that are due at its latest tick. One that is lost to another
   * rebalance has been done by it.
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
            stored ? "" : "already done: ",
            rebalance.kind(),
            rebalance.before().name(),
            rebalance.price().toPlainString(),
            rebalance.tick(),
            rebalance.leverageBefore().toPlainString(),
            rebalance.target().toPlainString());
  }
}
