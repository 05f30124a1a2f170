package venue.domain.advance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.futures.CrossBox;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossLiquidation;
import venue.domain.futures.CrossLiquidation.Tradable;
import venue.domain.futures.CrossMargin;
import venue.domain.futures.LegTrigger;
import venue.domain.market.Tick;
import venue.domain.market.Tick.Quality;

/**
 * Brings the cross positions of an account through the ticks of their markets, in the order of
 * their times. The ticks of several markets come a moment apart, so the account is judged when all
 * its markets have ticked: a hedge is not torn because one half of a move is known first. A market
 * that does not tick while another ticks three times is not waited for, but judged at its last good
 * price.
 */
final class CrossAdvance {
  private static final int TICKS_WITHOUT_OTHERS = 3;
  private final Standing standing;
  private final Map<String, CrossLeg> legs = new HashMap<>();
  private final Map<String, Integer> round = new HashMap<>();

  CrossAdvance(Standing standing, List<Tick> ticks) {
    this.standing = standing;
    for (CrossLeg leg : standing.legs()) {
      String market = leg.market().name();
      legs.put(market, leg);
      ticks.stream()
          .filter(tick -> tick.market().equals(market) && tick.sequence() == standing.seen(leg))
          .findFirst()
          .ifPresent(tick -> legs.put(market, leg.at(tick)));
    }
  }

  /** The next step of a liquidation that has begun. */
  Optional<Due> unfinished() {
    return standing.account().cross().flatMap(CrossBox::judged).flatMap(this::judged);
  }

  /** Moves the leg of a tick's market on to it. */
  void move(Tick tick) {
    CrossLeg leg = legs.get(tick.market());
    if (leg != null && tick.sequence() > standing.seen(leg)) {
      legs.put(tick.market(), leg.at(tick));
    }
  }

  /** All legs at the ticks they have been moved to. */
  List<CrossLeg> legs() {
    return List.copyOf(legs.values());
  }

  /** What a tick, to which its leg was moved, makes due. */
  Optional<Due> judged(Tick tick) {
    CrossLeg leg = legs.get(tick.market());
    if (leg == null || tick.sequence() <= standing.seen(leg)) {
      return Optional.empty();
    }
    int ticks = round.merge(tick.market(), 1, Integer::sum);
    if (round.size() < legs.size() && ticks < TICKS_WITHOUT_OTHERS) {
      return Optional.empty();
    }
    round.clear();
    return judged(tick.time());
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

  /** The box drawn again if one of the latest prices has left it. */
  Optional<Due> box() {
    if (!round.isEmpty()) {
      return Optional.empty();
    }
    List<CrossLeg> latest = standing.legs();
    return latest.stream()
        .filter(leg -> leg.tick().quality() == Quality.GOOD && isCrossed(leg))
        .findFirst()
        .flatMap(
            crossed ->
                CrossBox.around(standing.account().available(), latest)
                    .filter(this::isOther)
                    .map(next -> new Due.OutOfBox(latest, next, crossed.tick())));
  }

  private boolean isCrossed(CrossLeg leg) {
    Optional<LegTrigger> trigger =
        standing.account().cross().map(box -> box.triggers().get(leg.market().name()));
    return trigger.isEmpty() || trigger.get().isCrossedBy(leg.leg());
  }

  private boolean isOther(CrossBox next) {
    return standing
        .account()
        .cross()
        .filter(box -> box.triggers().equals(next.triggers()))
        .isEmpty();
  }
}
