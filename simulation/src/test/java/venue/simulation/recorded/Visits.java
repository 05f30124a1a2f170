package venue.simulation.recorded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.Dice;
import venue.domain.futures.Slot;
import venue.domain.market.Market;
import venue.simulation.recorded.Trader.Product;
import venue.simulation.request.Answer;
import venue.simulation.request.Request;
import venue.simulation.request.Requests;
import venue.store.AccountState;

/** When who trades, and what they ask for then. */
final class Visits {
  private static final BigDecimal LEAST = BigDecimal.TEN;
  private final RecordedVenue venue;
  private final Requests requests;
  private final Market market;
  private final Figures figures;
  private final Map<Integer, List<Trader>> planned = new HashMap<>();

  Visits(RecordedVenue venue, Requests requests, Market market, Figures figures) {
    this.venue = venue;
    this.requests = requests;
    this.market = market;
    this.figures = figures;
  }

  /** Each comes once in the first nine tenths of the ticks, and half of them again or twice. */
  void plan(List<Trader> traders, int ticks, Dice dice) {
    for (Trader trader : traders) {
      int times = dice.chance(0.5) ? 1 : dice.between(2, 3);
      for (int i = 0; i < times; i++) {
        plan(trader, dice.between(1, ticks * 9 / 10));
      }
    }
  }

  private void plan(Trader trader, int tick) {
    planned.computeIfAbsent(tick, first -> new ArrayList<>()).add(trader);
  }

  /** Lets come who comes after a tick; who finds no price to trade at comes after the next. */
  void after(int tick) {
    for (Trader trader : planned.getOrDefault(tick, List.of())) {
      if (visit(trader).filter(told -> told.label().equals("TOO_BUSY")).isPresent()) {
        plan(trader, tick + 1);
      }
    }
    planned.remove(tick);
  }

  private Optional<Answer> visit(Trader trader) {
    long account = trader.account();
    AccountState state = venue.stores.account(account).orElseThrow();
    String fund = market.name() + (trader.isLong() ? "_LONG" : "_SHORT");
    if (state.position(Slot.single(market.name())).filter(held -> !held.isFlat()).isPresent()) {
      return Optional.of(ask(requests.close(account, Slot.single(market.name()))));
    }
    if (state.holding(fund).filter(held -> held.units().signum() > 0).isPresent()) {
      return Optional.of(ask(requests.sell(account, fund, BigDecimal.ONE)));
    }
    BigDecimal stake =
        state.account().available().multiply(trader.share()).setScale(2, RoundingMode.DOWN);
    if (stake.compareTo(LEAST) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        trader.product() == Product.UNITS
            ? ask(requests.buy(account, fund, stake))
            : open(trader, stake));
  }

  private Answer ask(Request request) {
    Answer answer = venue.ask(request);
    String kind = request.call().path().equals("LEVERAGE_PATH") ? "leverage" : "order";
    figures.add(answer.isDone() ? kind : "refused " + answer.label());
    return answer;
  }

  private Answer open(Trader trader, BigDecimal stake) {
    BigDecimal price = venue.stores.price(market.name());
    long account = trader.account();
    String name = market.name();
    Slot slot = Slot.single(name);
    var _ =
        ask(
            trader.product() == Product.CROSS
                ? requests.cross(account, slot, trader.leverage())
                : requests.leverage(account, slot, trader.leverage()));
    BigDecimal value = stake.multiply(BigDecimal.valueOf(trader.leverage()));
    BigDecimal contract = market.contract().quantoMultiplier().multiply(price);
    long size = value.divide(contract, 0, RoundingMode.DOWN).longValueExact();
    Answer opened = ask(requests.order(account, name, trader.isLong() ? size : -size));
    if (opened.isDone() && trader.stop().signum() > 0) {
      var _ = ask(stop(trader, price));
    }
    return opened;
  }

  private Request stop(Trader trader, BigDecimal price) {
    BigDecimal way =
        trader.stop().divide(BigDecimal.valueOf(trader.leverage()), 6, RoundingMode.HALF_EVEN);
    BigDecimal at =
        price.multiply(trader.isLong() ? BigDecimal.ONE.subtract(way) : BigDecimal.ONE.add(way));
    BigDecimal step = market.contract().priceStep();
    return requests.stop(
        trader.account(),
        Slot.single(market.name()),
        trader.isLong() ? 2 : 1,
        at.divide(step, 0, RoundingMode.HALF_EVEN).multiply(step));
  }
}
