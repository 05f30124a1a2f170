package venue.domain.futures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.Dice;
import venue.domain.Side;
import venue.domain.futures.CrossMargin.Leg;

/** An account with cross margin as it is stored: cash, positions, their triggers, the reserve. */
final class SweptAccount {
  @FunctionalInterface
  private interface Sweep {
    boolean finds(SweptMarket market, Side side, int tier, BigDecimal key);
  }

  private final List<SweptMarket> markets = new ArrayList<>();
  private final List<BigDecimal> volatilities = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();
  private List<LegTrigger> triggers = List.of();
  private Reserve reserve = new Reserve(BigDecimal.ZERO);
  private BigDecimal cash;

  SweptAccount(Dice dice, List<SweptMarket> all) {
    List<Leg> legs = new ArrayList<>();
    int count = dice.between(1, 6);
    for (int i = 0; i < count; i++) {
      SweptMarket market = dice.oneOf(all);
      markets.add(market);
      legs.add(market.leg(dice));
      volatilities.add(dice.between("0.2", "2", 2));
      positions.add(legs.getLast().position());
    }
    cash = CrossSamples.backed(dice, legs).cash();
    redraw();
  }

  CrossMargin margin() {
    return margin(cash, positions);
  }

  private CrossMargin margin(BigDecimal cash, List<Position> positions) {
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      legs.add(markets.get(i).at(positions.get(i)));
    }
    return new CrossMargin(cash, legs);
  }

  /** Moves one leg's market to where the account is due. */
  void attacked(Dice dice) {
    CrossMargin margin = margin();
    int at = dice.between(0, positions.size() - 1);
    Leg leg = margin.legs().get(at);
    markets.get(at).moveBeyond(margin.liquidationPrice(leg), leg.position().side());
  }

  void redraw() {
    Box box = Box.around(margin(), volatilities).orElseThrow();
    triggers = new ArrayList<>(box.triggers());
    reserve = box.reserve();
  }

  boolean isFound() {
    return isFoundBy(SweptMarket::finds);
  }

  boolean isFoundUnwidened() {
    return isFoundBy(SweptMarket::findsUnwidened);
  }

  private boolean isFoundBy(Sweep sweep) {
    for (int i = 0; i < triggers.size(); i++) {
      LegTrigger trigger = triggers.get(i);
      if (sweep.finds(markets.get(i), trigger.side(), trigger.tier(), trigger.key())) {
        return true;
      }
    }
    return false;
  }

  /** Takes cash out or in, unless that makes the account due; true: the box had to be redrawn. */
  boolean cashMoves(Dice dice) {
    BigDecimal change =
        margin().slack().multiply(dice.between("-0.9", "0.3", 3)).setScale(12, RoundingMode.FLOOR);
    cash = cash.add(change);
    reserve = reserve.cashChanged(change);
    if (!reserve.isSpent()) {
      return false;
    }
    redraw();
    return true;
  }

  /** Replaces a leg by an order's other position, unless that makes the account due. */
  boolean legChanges(Dice dice) {
    int at = dice.between(0, positions.size() - 1);
    Position before = positions.get(at);
    Leg leg = markets.get(at).leg(dice);
    BigDecimal change =
        leg.notional().multiply(dice.between("-0.05", "0.05", 4)).setScale(12, RoundingMode.FLOOR);
    List<Position> after = new ArrayList<>(positions);
    after.set(at, leg.position());
    if (margin(cash.add(change), after).isDue()) {
      return false;
    }
    Optional<Reserve.Drawn> drawn =
        reserve.without(triggers.get(at), before, leg.contract()).cashChanged(change).drawn(leg);
    positions.set(at, leg.position());
    cash = cash.add(change);
    drawn.ifPresent(
        done -> {
          triggers.set(at, done.trigger());
          reserve = done.reserve();
        });
    if (drawn.isEmpty()) {
      redraw();
    }
    return drawn.isEmpty();
  }
}
