package venue.domain.advance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import venue.domain.futures.CrossBox;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossLiquidation;
import venue.domain.futures.CrossLiquidation.Tradable;
import venue.domain.futures.CrossMargin;
import venue.domain.futures.LegTrigger;
import venue.domain.futures.Slot;
import venue.domain.market.Tick;
import venue.domain.market.Tick.Quality;

/**
 * Brings the cross positions of an account through the ticks of their markets, in the order in
 * which they were stored. The ticks of several markets come a moment apart, so the account is
 * judged at a tick only if the others' last ticks are nearer to it than to the tick before: a hedge
 * is not torn because one half of a move is known first. Who has missed two ticks of another market
 * and is too old to trade at is not waited for, but judged at its last good price. When that is
 * depends on the ticks alone, not on what the account does meanwhile.
 */
final class CrossAdvance {
  /** So many ticks before the first that counts tell how fast a market ticks. */
  static final int TICKS_BEFORE = 2;

  private final Standing standing;
  private final Map<Slot, CrossLeg> legs = new TreeMap<>();
  private boolean hasLeft;
  private final Map<String, Deque<Instant>> past = new HashMap<>();

  CrossAdvance(Standing standing, List<Tick> ticks) {
    this.standing = standing;
    for (CrossLeg leg : standing.legs()) {
      String market = leg.market().name();
      legs.put(leg.position().slot(), leg);
      ticks.stream()
          .filter(tick -> tick.market().equals(market) && tick.sequence() >= standing.seen(leg))
          .min(Comparator.comparingLong(Tick::sequence))
          .ifPresent(tick -> legs.put(leg.position().slot(), leg.at(tick)));
    }
  }

  private boolean isLiquidating() {
    return standing.account().cross().flatMap(CrossBox::judged).isPresent();
  }

  /** The next step of a liquidation that has begun. */
  Optional<Due> unfinished() {
    return standing.account().cross().flatMap(CrossBox::judged).flatMap(this::judged);
  }

  /** Moves the legs of a tick's market on to it. */
  void move(Tick tick) {
    for (CrossLeg leg : legsIn(tick.market())) {
      if (tick.sequence() > standing.seen(leg)) {
        legs.put(leg.position().slot(), leg.at(tick));
        hasLeft |= tick.quality() == Quality.GOOD && isCrossed(leg.at(tick));
      }
    }
  }

  private List<CrossLeg> legsIn(String market) {
    return legs.values().stream().filter(leg -> leg.market().name().equals(market)).toList();
  }

  /** All legs at the ticks they have been moved to. */
  List<CrossLeg> legs() {
    return List.copyOf(legs.values());
  }

  /** What a tick, to which its legs were moved, makes due. */
  Optional<Due> judged(Tick tick) {
    List<CrossLeg> moved = legsIn(tick.market());
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    boolean counts = tick.sequence() > standing.seen(moved.getFirst()) && isMoment(tick);
    past(tick.market()).addFirst(tick.taken());
    return counts ? judged(tick.taken()) : Optional.empty();
  }

  private Deque<Instant> past(String market) {
    return past.computeIfAbsent(market, first -> new ArrayDeque<>());
  }

  private boolean isMoment(Tick tick) {
    List<Instant> before = past(tick.market()).stream().limit(TICKS_BEFORE).toList();
    return legs.values().stream()
        .filter(leg -> !leg.market().name().equals(tick.market()))
        .allMatch(leg -> isNear(leg, tick.taken(), before));
  }

  // Ticks that come each second do not make the other market late: its own pace is what it was.
  private static boolean isNear(CrossLeg leg, Instant now, List<Instant> before) {
    Instant other = leg.tick().taken();
    boolean missedTwo =
        before.size() == TICKS_BEFORE
            && other.isBefore(before.getLast())
            && other.isBefore(now.minus(leg.market().priceAgeMax()));
    Duration step = before.isEmpty() ? Duration.ZERO : Duration.between(before.getFirst(), now);
    return missedTwo || !other.isBefore(now.minus(step.dividedBy(2)));
  }

  private Optional<Due> judged(Instant time) {
    List<CrossLeg> now = legs();
    List<Tradable> tradable = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i).isTradableAt(time)) {
        tradable.add(new Tradable(i, now.get(i).closingCost()));
      }
    }
    return CrossLiquidation.next(CrossMargin.of(standing.account(), now), tradable)
        .map(step -> new Due.CrossLiquidated(now, step, time));
  }

  /** The box drawn again if a price has left it, or a liquidation has come to its end. */
  Optional<Due> box() {
    if (!hasLeft && !isLiquidating()) {
      return Optional.empty();
    }
    List<CrossLeg> latest = standing.legs();
    return CrossBox.around(standing.account().free(), latest)
        .filter(next -> !Optional.of(next).equals(standing.account().cross()))
        .map(next -> new Due.OutOfBox(latest, next, latest.getFirst().tick()));
  }

  private boolean isCrossed(CrossLeg leg) {
    Optional<LegTrigger> trigger =
        standing.account().cross().map(box -> box.triggers().get(leg.position().slot()));
    return trigger.isEmpty() || trigger.get().isCrossedBy(leg.leg());
  }
}
