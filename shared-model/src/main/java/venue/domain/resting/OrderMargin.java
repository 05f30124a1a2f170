package venue.domain.resting;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;
import venue.domain.futures.CrossMargin;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.Position;
import venue.domain.market.Contract;
import venue.domain.market.FillPrice;
import venue.domain.resting.RestingOrder.RestingFutures;

/**
 * What is set aside for an order while it rests: initial margin and fee, at its limit, or at its
 * fill price now if it has none, of the contracts that it would open; for a cross position also
 * what its fill would be worse than the market's price now. Contracts that reduce the position need
 * none; each reduces it once, so those of orders that rest already are taken off first.
 *
 * @param resting all else that rests in the account
 */
record OrderMargin(FuturesDesk desk, List<RestingOrder> resting) {

  /**
   * The amount, USDT, or why the order may not rest: too little is available, its position would
   * leave the tiers, or what is available cannot be told now.
   *
   * @param size contracts, signed
   */
  Outcome<BigDecimal> of(FuturesOrder order, long size) {
    BigDecimal limit =
        order.limit().map(Limit::price).orElseGet(() -> desk.fillPrice(size).price());
    Contract contract = desk.market().contract();
    Position held = desk.position();
    if (desk.isDue()) {
      return Outcome.refused(
          Reason.POSITION_IN_LIQUIDATION,
          "the position in " + order.market() + " is due for liquidation");
    }
    long opens = order.onlyReduces() ? 0 : Math.max(0, Math.abs(size) - reducible(size));
    if (opens == 0) {
      return Outcome.done(BigDecimal.ZERO);
    }
    if (!CrossMargin.areFresh(desk.others(), desk.now())) {
      return Outcome.refused(
          Reason.TOO_BUSY,
          "size: a market of the cross positions has no fresh price at the moment; try again");
    }
    BigDecimal value = contract.base(opens).multiply(limit);
    BigDecimal margin =
        Position.initialMargin(value, held.leverage(), contract.takerFeeRate())
            .add(Rounding.userPays(value.multiply(contract.orderFeeRate())))
            .add(held.cross() ? lossAtFill(value, size) : BigDecimal.ZERO);
    return desk.withinTiers(held.size() + size, limit).then(within -> available(margin));
  }

  // A cross position's free cash bears at once what the fill price is worse than the market's.
  private BigDecimal lossAtFill(BigDecimal value, long size) {
    FillPrice now = desk.fillPrice(size);
    return Rounding.userPays(
        value.multiply(now.halfSpread().add(now.staleness()).add(now.impact())));
  }

  private Outcome<BigDecimal> available(BigDecimal margin) {
    BigDecimal missing = margin.subtract(desk.available());
    return missing.signum() <= 0
        ? Outcome.done(margin)
        : Outcome.refused(
            Reason.INSUFFICIENT_AVAILABLE,
            "size: margin and fee exceed what is available by "
                + missing.stripTrailingZeros().toPlainString()
                + " USDT");
  }

  private long reducible(long size) {
    Position held = desk.position();
    if (Long.signum(held.size()) != -Long.signum(size)) {
      return 0;
    }
    long left = Math.abs(held.size());
    for (RestingOrder other : resting) {
      if (other instanceof RestingFutures order
          && order.market().equals(desk.market().name())
          && !order.order().onlyReduces()
          && Long.signum(order.order().size()) == Long.signum(size)) {
        left -= Math.abs(order.order().size());
      }
    }
    return Math.max(0, left);
  }
}
