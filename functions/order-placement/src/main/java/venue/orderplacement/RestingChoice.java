package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.resting.RestingOrder;
import venue.store.AccountState;

/** The resting order that a client means by an id or a text. */
record RestingChoice(Desk desk, CancelKind kind) {

  /** The order, or that it rests no more, or never was. */
  Outcome<RestingOrder> of(String asked, AccountState state) {
    long account = state.account().number();
    Optional<Long> id = desk.orders().id(account, asked);
    Optional<RestingOrder> resting = id.flatMap(state::resting).filter(kind::includes);
    if (resting.filter(order -> !order.isExpiredAt(desk.now())).isPresent()) {
      return Outcome.done(resting.get());
    }
    return resting.isPresent() || id.flatMap(given -> kind.find(account, given)).isPresent()
        ? Outcome.refused(
            Reason.ORDER_FINISHED, "order_id: the order " + asked + " has filled or ended")
        : Outcome.refused(Reason.ORDER_NOT_FOUND, "order_id: the account has no order " + asked);
  }
}
