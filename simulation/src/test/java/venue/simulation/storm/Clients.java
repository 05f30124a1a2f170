package venue.simulation.storm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import venue.domain.Dice;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.domain.market.Market;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.Trigger;
import venue.simulation.request.Answer;
import venue.simulation.request.Request;
import venue.simulation.request.Requests;
import venue.store.AccountState;

/**
 * Who trades. One whose request failed sends the same again until it knows, within the time in
 * which the venue finds the first.
 */
final class Clients {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final double ANSWERS_LOST = 0.1;
  private final Setting setting;
  private final SimulatedVenue venue;
  private final History history;
  private final Dice dice;
  private final Requests requests = new Requests();
  private final Map<Long, Pending> pending = new HashMap<>();
  private final Set<Long> asking = new HashSet<>();

  private record Pending(Request request, Instant since, Optional<Answer> last) {}

  Clients(Setting setting, SimulatedVenue venue, History history, Dice dice) {
    this.setting = setting;
    this.venue = venue;
    this.history = history;
    this.dice = dice;
  }

  /** Any client that is not asking already sends something, again or for the first time. */
  void act() {
    long account = dice.oneOf(setting.allAccounts());
    if (asking.contains(account)) {
      return;
    }
    Pending open = pending.get(account);
    send(
        open == null ? new Pending(request(account), venue.now(), Optional.empty()) : open,
        ANSWERS_LOST);
  }

  private void send(Pending open, double lost) {
    Request request = open.request();
    history.sent(request);
    asking.add(request.account());
    Optional<Answer> last = venue.ask(request);
    boolean isLost = request.isRepeatable() && history.isDone(request) && dice.chance(lost);
    Optional<Answer> answer = last.filter(told -> !told.asksToSendAgain() && !isLost);
    asking.remove(request.account());
    if (answer.isPresent() || (!request.isRepeatable() && history.isDone(request))) {
      pending.remove(request.account());
      history.settled(request, answer);
    } else {
      pending.put(request.account(), new Pending(request, open.since(), last));
    }
  }

  /** Whether some client would wait too long if so much time passed. */
  boolean areOutOfPatience(Duration time) {
    return pending.values().stream()
        .anyMatch(open -> open.since().plus(PATIENCE).isBefore(venue.now().plus(time)));
  }

  /** All send again, and each answer arrives. */
  void settle() {
    List.copyOf(pending.values()).forEach(open -> send(open, 0));
  }

  /** Who does not know yet, and what they were told last. */
  List<String> waiting() {
    return pending.values().stream().map(Pending::toString).toList();
  }

  private long anySize() {
    return dice.magnitude(2, 6, 3).longValue();
  }

  /** A good part of what the account's cash allows. */
  private long bold(long account, Market market, Optional<Position> held) {
    int leverage = held.map(Position::leverage).orElse(market.contract().leverageDefault());
    BigDecimal cash = venue.stores.account(account).orElseThrow().account().available();
    BigDecimal notional =
        cash.max(BigDecimal.ONE)
            .multiply(BigDecimal.valueOf(leverage))
            .multiply(dice.between("0.2", "0.9", 2));
    return notional
        .divide(
            market.contract().base(1).multiply(venue.stores.price(market.name())),
            0,
            RoundingMode.UP)
        .min(BigDecimal.valueOf(market.contract().sizeMax()))
        .longValueExact();
  }

  private Request limit(long account, Market market, Optional<Position> held) {
    List<LimitOrder> resting =
        venue.stores.account(account).orElseThrow().resting().stream()
            .filter(LimitOrder.class::isInstance)
            .map(LimitOrder.class::cast)
            .toList();
    if (!resting.isEmpty() && dice.chance(0.8)) {
      LimitOrder order = dice.oneOf(resting);
      String text = order.order().text().orElseThrow();
      BigDecimal price =
          dice.chance(0.7)
              ? beyond(order.market(), order.order().size() > 0)
              : nearby(order.market());
      return dice.chance(0.15) || price.compareTo(order.limit().price()) == 0
          ? requests.cancel(account, text)
          : requests.amend(account, text, price);
    }
    long size = dice.chance(0.6) ? bold(account, market, held) : anySize();
    boolean buys = dice.chance(0.5);
    if (dice.chance(0.15)) {
      return requests.book(
          account,
          market.name(),
          buys ? size : -size,
          dice.oneOf(List.of("buy", "sell")),
          dice.between(1, 20),
          dice.oneOf(List.of("gtc", "ioc", "poc")));
    }
    return requests.limit(
        account,
        market.name(),
        buys ? size : -size,
        dice.chance(0.2) ? nearby(market.name()) : beyond(market.name(), !buys),
        dice.oneOf(List.of("gtc", "gtc", "gtc", "poc", "ioc", "fok")));
  }

  private Request stop(long account, Slot slot, AccountState state) {
    List<PriceOrder> resting =
        state.resting().stream()
            .filter(PriceOrder.class::isInstance)
            .map(PriceOrder.class::cast)
            .toList();
    if (!resting.isEmpty() && dice.chance(0.4)) {
      PriceOrder order = dice.oneOf(resting);
      BigDecimal price = trigger(order.market(), order.trigger().rule() == Trigger.Rule.AT_LEAST);
      if (price.compareTo(order.trigger().price()) != 0) {
        return requests.amendStop(account, order.order().text().orElseThrow(), price);
      }
    }
    int rule = dice.between(1, 2);
    return requests.stop(account, slot, rule, trigger(slot.market(), rule == 1));
  }

  /** A price up to 6 % above a market's, or below. */
  private BigDecimal trigger(String market, boolean above) {
    double way = dice.between(1, 60) / 1000.0 * (above ? 1 : -1);
    return venue
        .stores
        .price(market)
        .multiply(BigDecimal.valueOf(1 + way))
        .setScale(1, RoundingMode.HALF_EVEN);
  }

  /** A price within 2 % of a market's. */
  private BigDecimal nearby(String market) {
    BigDecimal way = BigDecimal.valueOf(1 + dice.between(-20, 20) / 1000.0);
    return venue.stores.price(market).multiply(way).setScale(1, RoundingMode.HALF_EVEN);
  }

  /** A price well above a market's, or well below. */
  private BigDecimal beyond(String market, boolean above) {
    BigDecimal way = new BigDecimal(above ? "1.06" : "0.94");
    return venue.stores.price(market).multiply(way).setScale(1, RoundingMode.HALF_EVEN);
  }

  private Request request(long account) {
    Market market = dice.oneOf(setting.allMarkets());
    String name = market.name();
    AccountState state = venue.stores.account(account).orElseThrow();
    Slot slot = dice.oneOf(state.account().mode().slots(name));
    Optional<Position> held = state.position(slot);
    long size = held.map(Position::size).orElse(0L);
    int drawn = dice.between(1, 100);
    if (drawn <= 25) {
      return limit(account, market, held);
    }
    if (drawn <= 41) {
      long amount = dice.chance(0.6) ? bold(account, market, held) : anySize();
      return requests.order(account, name, dice.chance(0.5) ? amount : -amount);
    }
    if (drawn <= 45) {
      long half = Math.max(1, Math.abs(size) / dice.between(1, 4));
      return requests.reduce(account, name, size > 0 ? -half : half);
    }
    if (drawn <= 50) {
      return requests.close(account, slot);
    }
    if (drawn <= 58) {
      return stop(account, slot, state);
    }
    if (drawn <= 68) {
      int present = held.map(Position::leverage).orElse(market.contract().leverageDefault());
      List<Integer> others =
          List.of(2, 5, 10, 20, 50).stream().filter(other -> other != present).toList();
      return dice.chance(0.6)
          ? requests.cross(account, slot, dice.oneOf(others))
          : requests.leverage(account, slot, dice.oneOf(others));
    }
    String product = name + (dice.chance(0.5) ? "_LONG" : "_SHORT");
    if (drawn <= 78) {
      return requests.buy(account, product, dice.between("1", "3000", 4));
    }
    if (drawn <= 88) {
      return requests.sell(
          account, product, dice.chance(0.5) ? BigDecimal.ONE : dice.between("0.1", "0.9", 3));
    }
    BigDecimal cash = dice.between("1", "5000", 6);
    return drawn <= 96 ? requests.deposit(account, cash) : requests.withdraw(account, cash);
  }
}
