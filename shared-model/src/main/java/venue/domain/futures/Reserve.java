package venue.domain.futures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;

/**
 * {@code R}: the slack an account with cross margin has at the worst corner of its box, where every
 * leg is at its trigger: {@code R = C + Σ termᵢ(tᵢ)}. As long as it is above zero the account
 * cannot be due inside the box.
 *
 * <p>Neither prices nor funding change it, and what changes it needs no look at the other legs:
 *
 * <ul>
 *   <li>cash changes by δ (fee, withdrawal, margin moved, units bought): {@code R + δ};
 *   <li>leg i is replaced by an order, a settlement or a new leverage, with the cash that goes with
 *       it: {@code R + δ − termᵢ(tᵢ) + termᵢ'(tᵢ')}; a leg that was or becomes flat has no term.
 * </ul>
 *
 * Only when it is spent must the box be drawn again, which takes all legs.
 *
 * @param amount USDT, rounded down to the scale of cash
 */
public record Reserve(BigDecimal amount) {

  public Reserve {
    amount = amount.setScale(Rounding.CASH_SCALE, RoundingMode.FLOOR);
  }

  /** A leg's trigger set anew, and the reserve with it. */
  public record Drawn(LegTrigger trigger, Reserve reserve) {}

  /** Whether nothing is left, so that the box must be drawn again. */
  public boolean isSpent() {
    return amount.signum() <= 0;
  }

  /** With a change of the account's free cash (negative: paid or moved away), USDT. */
  public Reserve cashChanged(BigDecimal change) {
    return new Reserve(amount.add(change));
  }

  /** Without a leg as it was when its trigger was set. */
  public Reserve without(LegTrigger trigger, Position position, Contract contract) {
    return new Reserve(amount.subtract(trigger.term(position, contract)));
  }

  /** With a leg at a trigger. */
  public Reserve with(LegTrigger trigger, Position position, Contract contract) {
    return new Reserve(amount.add(trigger.term(position, contract)));
  }

  /**
   * The trigger of one leg drawn anew, this being the reserve without the leg. With the leg where
   * it is now and all others at their triggers the account has {@code U = R + slack}; the leg may
   * lose half of it, and at least half stays in reserve, so that orders on one leg after the other
   * leave each other room.
   *
   * @param leg as it is now, open
   * @return none if {@code U} is not above zero: the whole box must be drawn again
   */
  public Optional<Drawn> drawn(Leg leg) {
    BigDecimal room = amount.add(leg.slack());
    if (room.signum() <= 0) {
      return Optional.empty();
    }
    LegTrigger trigger = LegTrigger.of(leg, room.divide(BigDecimal.TWO));
    return Optional.of(new Drawn(trigger, with(trigger, leg.position(), leg.contract())));
  }
}
