package venue.domain.futures;

import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.market.Contract;

/** How many contracts an order trades, given the position it meets. */
public final class TradeSize {

  private TradeSize() {}

  /**
   * The signed number of contracts, not zero; refused if the order is not one that the contract
   * takes, or is to close or reduce what it cannot.
   */
  public static Outcome<Long> of(FuturesOrder order, Position position, Contract contract) {
    if (order.closes().isPresent() && !order.onlyReduces()) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, "auto_size: only together with size 0, close or reduce_only");
    }
    if (order.closes().filter(side -> side != position.side()).isPresent() && !position.isFlat()) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, "auto_size: the position is " + position.side().name());
    }
    if (order.close()) {
      return closing(order, position);
    }
    if (order.size() == 0) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, "size: 0 is only allowed together with close");
    }
    if (order.size() > contract.sizeMax() || order.size() < -contract.sizeMax()) {
      return Outcome.refused(
          Reason.SIZE_TOO_LARGE, "size: at most " + contract.sizeMax() + " contracts an order");
    }
    if (Math.abs(order.size()) < contract.sizeMin()) {
      return Outcome.refused(
          Reason.SIZE_TOO_SMALL, "size: at least " + contract.sizeMin() + " contracts an order");
    }
    return order.reduceOnly() ? reducing(order, position) : Outcome.done(order.size());
  }

  private static Outcome<Long> closing(FuturesOrder order, Position position) {
    if (order.size() != 0) {
      return Outcome.refused(Reason.INVALID_PARAM_VALUE, "size: 0 together with close");
    }
    return position.isFlat()
        ? Outcome.refused(Reason.POSITION_EMPTY, "close: there is no position in " + order.market())
        : Outcome.done(-position.size());
  }

  private static Outcome<Long> reducing(FuturesOrder order, Position position) {
    if (position.isFlat()) {
      return Outcome.refused(
          Reason.POSITION_EMPTY, "reduce_only: there is no position in " + order.market());
    }
    if (Long.signum(order.size()) == Long.signum(position.size())) {
      return Outcome.refused(
          Reason.INCREASE_POSITION,
          "reduce_only: the position is "
              + position.size()
              + " contracts, so size has the other sign");
    }
    long by = Math.min(Math.abs(order.size()), Math.abs(position.size()));
    return Outcome.done(Long.signum(order.size()) * by);
  }
}
