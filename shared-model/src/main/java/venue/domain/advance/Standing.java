package venue.domain.advance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import venue.domain.Side;
import venue.domain.account.Account;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.LegTrigger;
import venue.domain.futures.Position;
import venue.domain.futures.PositionChange;
import venue.domain.futures.PositionMode;
import venue.domain.futures.Slot;
import venue.domain.futures.SweepBound;
import venue.domain.market.Contract;
import venue.domain.market.Market;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;

/**
 * An account as of the latest ticks of the markets it has business in.
 *
 * @param positions the open ones
 * @param resting its resting orders
 * @param markets those of its positions and resting orders, by name
 */
public record Standing(
    Account account,
    List<Position> positions,
    List<RestingOrder> resting,
    Map<String, MarketTick> markets) {

  public Standing {
    positions = List.copyOf(positions);
    resting = List.copyOf(resting);
    markets = Map.copyOf(markets);
  }

  /** What an account has open, with the markets that have a tick. */
  public static Standing of(
      Account account,
      List<Position> positions,
      List<RestingOrder> resting,
      Collection<MarketTick> markets) {
    return new Standing(
        account,
        positions,
        resting,
        markets.stream().collect(Collectors.toMap(at -> at.market().name(), Function.identity())));
  }

  /** A market at its latest tick. */
  public record MarketTick(Market market, Tick tick) {}

  /** The names of the markets in which an account has open positions or resting orders. */
  public static Collection<String> marketsOf(
      Collection<Position> positions, Collection<RestingOrder> resting) {
    TreeSet<String> names = new TreeSet<>();
    positions.forEach(position -> names.add(position.market()));
    resting.forEach(order -> names.add(order.market()));
    return names;
  }

  /**
   * Ticks at which one of the isolated positions or resting orders has not been looked at.
   *
   * @param from the sequence of the first
   * @param matters whether it can be due at a good tick within a range
   */
  public record Unseen(long from, Predicate<PriceRange> matters) {}

  /** Those of a market: each for itself, so that an old position costs a new order nothing. */
  public List<Unseen> unseen(String market) {
    MarketTick at = markets.get(market);
    List<Unseen> unseen = new ArrayList<>();
    for (Position position : positions) {
      if (at != null && position.market().equals(market) && !position.cross()) {
        Contract contract = at.market().contract();
        unseen.add(new Unseen(position.tick(), range -> position.canBeDue(contract, range)));
      }
    }
    for (RestingOrder order : resting) {
      if (at != null && order.market().equals(market)) {
        unseen.add(new Unseen(from(order), order.trigger()::canBeMetIn));
      }
    }
    return unseen;
  }

  /**
   * The sequence of the first tick at which a resting order has not been looked at: with every
   * trade in its market and every touch of a position there it was.
   */
  public long from(RestingOrder order) {
    long traded = account.fills().next(order.market());
    long touched =
        positions.stream()
            .filter(position -> position.market().equals(order.market()))
            .mapToLong(Position::tick)
            .max()
            .orElse(0);
    return Math.max(order.tick() + 1, Math.max(traded, touched));
  }

  /** Whether a resting order takes risk away and does nothing else. */
  public boolean reduces(RestingOrder order) {
    return switch (order) {
      case PriceOrder _ -> true;
      case WaitingUnitOrder units -> !units.buys();
      case RestingFutures futures ->
          futures.order().onlyReduces()
              || position(order)
                  .filter(held -> held.isReducedBy(futures.order().size()))
                  .isPresent();
    };
  }

  /** The resting orders in a market that would add risk. */
  public List<RestingOrder> adding(String market) {
    return resting.stream()
        .filter(order -> order.market().equals(market) && !reduces(order))
        .toList();
  }

  /** The open position on a side of a market. */
  public Optional<Position> on(String market, Side side) {
    return positions.stream()
        .filter(held -> held.market().equals(market) && held.side() == side)
        .findFirst();
  }

  /** Contracts on a side of a market that no position on its other side hedges, not negative. */
  public long unhedged(String market, Side side) {
    Side other = side == Side.LONG ? Side.SHORT : Side.LONG;
    return Math.max(0, contracts(market, side) - contracts(market, other));
  }

  private long contracts(String market, Side side) {
    return on(market, side).map(held -> Math.abs(held.size())).orElse(0L);
  }

  /** How many limit orders rest in a market. */
  public long limitOrders(String market) {
    return resting.stream()
        .filter(order -> order instanceof LimitOrder && order.market().equals(market))
        .count();
  }

  /** The open position that a resting order meets. */
  public Optional<Position> position(RestingOrder order) {
    return order
        .slot(account.mode())
        .flatMap(
            slot ->
                positions.stream().filter(position -> position.slot().equals(slot)).findFirst());
  }

  /**
   * After changes of positions by which nothing was traded.
   *
   * @param changes one after the other
   */
  public Standing changed(List<PositionChange> changes) {
    List<Position> now = new ArrayList<>(positions);
    for (PositionChange change : changes) {
      now.replaceAll(
          held -> held.slot().equals(change.position().slot()) ? change.position() : held);
    }
    Account after = changes.isEmpty() ? account : changes.getLast().account();
    return new Standing(after, now, resting, markets);
  }

  /** The account with another number of positions that it may hold in one market. */
  public Standing inMode(PositionMode mode) {
    return new Standing(account.withMode(mode), positions, resting, markets);
  }

  /** The open cross positions at the latest ticks. */
  public List<CrossLeg> legs() {
    List<CrossLeg> legs = new ArrayList<>();
    for (Position position : positions) {
      MarketTick at = markets.get(position.market());
      if (position.cross() && at != null) {
        legs.add(new CrossLeg(position, at.market(), at.tick()));
      }
    }
    return legs;
  }

  /** The open cross positions but the one in a slot. */
  public List<CrossLeg> legsBeside(Slot slot) {
    return legs().stream().filter(leg -> !leg.position().slot().equals(slot)).toList();
  }

  /**
   * Whether a good tick within a range may lie outside the box of a cross position, so that the
   * account must be looked at. Inside no other market matters.
   */
  public boolean leavesBox(CrossLeg leg, PriceRange range) {
    LegTrigger trigger =
        account.cross().map(box -> box.triggers().get(leg.position().slot())).orElse(null);
    return trigger == null
        || SweepBound.of(
                leg.market().contract(),
                trigger.side(),
                trigger.tier(),
                range,
                leg.tick().fundingSeen())
            .finds(trigger.key());
  }

  /** The sequence of the tick of a market that the account's cross positions were brought to. */
  public long seen(CrossLeg leg) {
    return account
        .cross()
        .map(box -> box.seen().get(leg.market().name()))
        .orElse(leg.tick().sequence());
  }
}
