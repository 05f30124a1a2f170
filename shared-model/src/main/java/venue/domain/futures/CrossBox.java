package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import venue.domain.account.Account;
import venue.domain.market.Tick;

/**
 * The box an account with cross positions was last drawn, and up to which ticks it has been looked
 * at.
 *
 * @param triggers one for each open cross position
 * @param seen the sequence of the tick of each of their markets that the account was brought to
 * @param judged when a liquidation that is not finished found the account due, venue time; what was
 *     known then decides the next step too
 */
public record CrossBox(
    Map<Slot, LegTrigger> triggers,
    Reserve reserve,
    Map<String, Long> seen,
    Optional<Instant> judged) {

  public CrossBox {
    triggers = Map.copyOf(triggers);
    seen = Map.copyOf(seen);
  }

  /** The box around where the legs are; none without a leg. One that is due is met by any price. */
  public static Optional<CrossBox> around(BigDecimal cash, List<CrossLeg> legs) {
    if (legs.isEmpty()) {
      return Optional.empty();
    }
    CrossMargin margin = new CrossMargin(cash, legs.stream().map(CrossLeg::leg).toList());
    Optional<Box> box = Box.around(margin, legs.stream().map(CrossLeg::volatility).toList());
    List<LegTrigger> triggers =
        box.map(Box::triggers)
            .orElseGet(() -> margin.legs().stream().map(LegTrigger::met).toList());
    Map<Slot, LegTrigger> bySlot = new HashMap<>();
    triggers.forEach(trigger -> bySlot.put(trigger.slot(), trigger));
    Reserve reserve = box.map(Box::reserve).orElse(new Reserve(BigDecimal.ZERO));
    return Optional.of(new CrossBox(bySlot, reserve, seen(legs), Optional.empty()));
  }

  /**
   * The box after a change of the account. As long as the reserve lasts and every leg is within its
   * trigger, only the changed leg gets another one. A leg beyond its trigger has moved the account
   * without being judged yet; a box kept around it would be looked at up to there and never again.
   *
   * @param held the changed position before, open or flat
   * @param changed the same position after, if it is an open cross position
   * @param others the account's other open cross positions, each market at one tick
   */
  public static Optional<CrossBox> after(
      Account before,
      Account after,
      Optional<CrossLeg> held,
      Optional<CrossLeg> changed,
      List<CrossLeg> others) {
    List<CrossLeg> legs = new ArrayList<>(others);
    changed.ifPresent(legs::add);
    return legs.isEmpty()
        ? Optional.empty()
        : before
            .cross()
            .flatMap(box -> box.kept(before, after, held, changed, legs))
            .or(() -> around(after.free(), legs));
  }

  private Optional<CrossBox> kept(
      Account before,
      Account after,
      Optional<CrossLeg> held,
      Optional<CrossLeg> changed,
      List<CrossLeg> legs) {
    Map<Slot, LegTrigger> next = new HashMap<>(triggers);
    Reserve left = reserve.cashChanged(after.free().subtract(before.free()));
    if (held.isPresent()) {
      CrossLeg leg = held.get();
      LegTrigger trigger = next.remove(leg.position().slot());
      if (trigger == null) {
        return Optional.empty();
      }
      left = left.without(trigger, leg.position(), leg.market().contract());
    }
    if (changed.isPresent()) {
      Optional<Reserve.Drawn> drawn = left.drawn(changed.get().leg());
      if (drawn.isEmpty()) {
        return Optional.empty();
      }
      next.put(changed.get().position().slot(), drawn.get().trigger());
      left = drawn.get().reserve();
    }
    Set<Slot> open = legs.stream().map(leg -> leg.position().slot()).collect(Collectors.toSet());
    return left.isSpent() || !next.keySet().equals(open) || isLeft(next, legs)
        ? Optional.empty()
        : Optional.of(new CrossBox(next, left, seen(legs), Optional.empty()));
  }

  private static boolean isLeft(Map<Slot, LegTrigger> triggers, List<CrossLeg> legs) {
    return legs.stream()
        .anyMatch(
            leg ->
                Optional.ofNullable(triggers.get(leg.position().slot()))
                    .filter(trigger -> trigger.isCrossedBy(leg.leg()))
                    .isPresent());
  }

  /** After a change of the account's free cash that raises it, USDT. */
  public CrossBox cashAdded(BigDecimal amount) {
    return new CrossBox(triggers, reserve.cashChanged(amount), seen, judged);
  }

  /**
   * After a resting order filled at a tick: whether the account is due at that very tick is still
   * to be judged.
   */
  public CrossBox unjudgedAt(Tick tick) {
    Map<String, Long> before = new HashMap<>(seen);
    before.computeIfPresent(tick.market(), (market, last) -> tick.sequence() - 1);
    return new CrossBox(triggers, reserve, before, judged);
  }

  /** In the middle of a liquidation that was found due at a time. */
  CrossBox judgedAt(Instant time) {
    return new CrossBox(triggers, reserve, seen, Optional.of(time));
  }

  private static Map<String, Long> seen(List<CrossLeg> legs) {
    Map<String, Long> seen = new HashMap<>();
    legs.forEach(leg -> seen.put(leg.market().name(), leg.tick().sequence()));
    return seen;
  }
}
