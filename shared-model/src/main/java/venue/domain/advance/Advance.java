package venue.domain.advance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.Position;
import venue.domain.market.Tick;
import venue.domain.market.Tick.Quality;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;

/**
 * Brings an account through the ticks since it was last looked at. At each good tick, in this
 * order: funding, which needs no step of its own because a position owes {@code q(F − F₀)} whenever
 * it is asked; resting orders that reduce, in the order of their ids; liquidation; resting orders
 * that add risk, in the order of their ids. Every effect happens at its own tick's price, so the
 * outcome does not depend on who finds it, or when.
 */
public final class Advance {
  /** So many ticks before the first that counts are needed for cross positions. */
  public static final int TICKS_BEFORE = CrossAdvance.TICKS_BEFORE;

  private static final int LOOKED_MOST = 16;

  private Advance() {}

  /**
   * The first thing that is due. Once it is done the account is another one, and is asked again.
   *
   * @param ticks of the account's markets, all in which anything can be due, in any order
   */
  public static Optional<Due> first(Standing standing, List<Tick> ticks) {
    List<Tick> inOrder =
        ticks.stream()
            .sorted(
                Comparator.comparingLong(Tick::number)
                    .thenComparing(Tick::taken)
                    .thenComparing(Tick::market)
                    .thenComparingLong(Tick::sequence))
            .toList();
    CrossAdvance cross = new CrossAdvance(standing, inOrder);
    Optional<Due> unfinished = cross.unfinished();
    if (unfinished.isPresent()) {
      return unfinished;
    }
    for (Tick tick : inOrder) {
      cross.move(tick);
      List<CrossLeg> legs = cross.legs();
      boolean isGood = tick.quality() == Quality.GOOD;
      Optional<Due> due =
          isGood
              ? resting(standing, standing::reduces, legs, tick)
                  .or(() -> liquidation(standing, legs, tick))
              : Optional.empty();
      if (due.isPresent()) {
        return due;
      }
      Optional<Due> ofCross = cross.judged(tick);
      if (ofCross.isPresent()) {
        return ofCross;
      }
      Optional<Due> adding =
          isGood
              ? resting(standing, order -> !standing.reduces(order), legs, tick)
              : Optional.empty();
      if (adding.isPresent()) {
        return adding;
      }
    }
    return cross.box().or(() -> looked(standing));
  }

  private static Optional<Due> looked(Standing standing) {
    return standing.resting().stream()
        .filter(LimitOrder.class::isInstance)
        .map(LimitOrder.class::cast)
        .flatMap(order -> looked(standing, order).stream())
        .findFirst();
  }

  private static Optional<Due> looked(Standing standing, LimitOrder order) {
    Standing.MarketTick at = standing.markets().get(order.market());
    return at != null
            && at.tick().sequence() - standing.from(order) >= LOOKED_MOST
            && at.tick().since(standing.from(order)).filter(order.trigger()::canBeMetIn).isPresent()
        ? Optional.of(new Due.Looked(order, at.tick()))
        : Optional.empty();
  }

  private static Optional<Due> resting(
      Standing standing, Predicate<RestingOrder> kind, List<CrossLeg> legs, Tick tick) {
    return standing.resting().stream()
        .filter(order -> order.market().equals(tick.market()))
        .filter(kind)
        .filter(order -> standing.from(order) <= tick.sequence())
        .filter(order -> !tick.time().isBefore(order.updated()))
        .filter(order -> new OrderAtTick(standing, order, tick).isMet())
        .min(Comparator.comparingLong(RestingOrder::id))
        .map(order -> new OrderAtTick(standing, order, tick).due(legs));
  }

  private static Optional<Due> liquidation(Standing standing, List<CrossLeg> legs, Tick tick) {
    Standing.MarketTick at = standing.markets().get(tick.market());
    return at == null
        ? Optional.empty()
        : standing.positions().stream()
            .filter(position -> isDue(position, at, tick))
            .findFirst()
            .map(position -> new Due.Liquidated(position, legs, tick));
  }

  private static boolean isDue(Position position, Standing.MarketTick at, Tick tick) {
    return position.market().equals(tick.market())
        && !position.cross()
        && position.tick() <= tick.sequence()
        && position.isDue(at.market().contract(), tick.price(), tick.fundingIndex());
  }
}
