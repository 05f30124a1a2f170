package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;
import venue.domain.futures.CrossMargin;
import venue.domain.house.Headroom;
import venue.domain.market.Caps;

/**
 * Buying and selling units: as in a spot trade, at NAV with the market's price replaced by the
 * futures fill price of the exposure, with the futures fee on that exposure. So spread and fee are
 * multiplied by leverage, and nobody gains by going through the fund.
 */
public final class UnitTrade {
  /** The least that is bought for, USDT. */
  private static final BigDecimal AMOUNT_MIN = BigDecimal.ONE;

  private UnitTrade() {}

  /**
   * Decides an order for units.
   *
   * @param id of the order, should it be executed
   */
  public static Outcome<UnitExecution> execute(UnitOrder order, long id, UnitDesk desk) {
    if (!desk.fills()) {
      return Outcome.refused(
          Reason.TOO_BUSY, desk.market().name() + " has no fresh price at the moment; try again");
    }
    return decide(order, id, desk, false);
  }

  private static Outcome<UnitExecution> decide(
      UnitOrder order, long id, UnitDesk desk, boolean rested) {
    return switch (order) {
      case UnitOrder.Buy buy -> buy(buy, id, desk, rested);
      case UnitOrder.Sell sell ->
          SoldUnits.of(sell, desk.holding()).then(units -> sell(sell, units, id, desk));
      case UnitOrder.SellFraction part ->
          SoldUnits.of(part, desk.holding()).then(units -> sell(part, units, id, desk));
    };
  }

  /**
   * Decides an order that rested, at the good tick that lets it fill; the account's cross positions
   * are still to be judged at it. What a purchase spends has been set aside since other markets'
   * prices were fresh, so that they need not be now.
   *
   * @param id of the order, should it be executed
   * @param desk without what was set aside for the order
   */
  public static Outcome<UnitExecution> rested(UnitOrder order, long id, UnitDesk desk) {
    return decide(order, id, desk, true)
        .then(
            done ->
                Outcome.done(
                    new UnitExecution(
                        done.account().unseenAt(desk.tick()),
                        done.holding(),
                        done.shard(),
                        done.fill())));
  }

  private static Outcome<UnitExecution> buy(
      UnitOrder.Buy order, long id, UnitDesk desk, boolean rested) {
    BigDecimal amount = order.amount();
    if (amount.compareTo(AMOUNT_MIN) < 0 || amount.scale() > Rounding.CASH_SCALE) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "amount: at least "
              + AMOUNT_MIN
              + " USDT, with at most "
              + Rounding.CASH_SCALE
              + " decimals");
    }
    if (amount.compareTo(desk.available()) > 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "amount: more than the "
              + desk.available().stripTrailingZeros().toPlainString()
              + " USDT available");
    }
    if (!rested && !CrossMargin.areFresh(desk.legs(), desk.now())) {
      return Outcome.refused(
          Reason.TOO_BUSY,
          "amount: a market of the cross positions has no fresh price at the moment; try again");
    }
    if (desk.wouldBeDueWithout(amount)) {
      return Outcome.refused(
          Reason.LIQUIDATE_IMMEDIATELY,
          "amount: the cross positions would be due for liquidation at once");
    }
    BigDecimal nav = desk.fund().navAt(desk.tick());
    if (nav.signum() == 0) {
      return Outcome.refused(
          Reason.TOO_BUSY, order.fund() + " opens a new series at its next rebalance; try again");
    }
    if (isAboveBand(desk)) {
      return Outcome.refused(
          Reason.TOO_BUSY,
          order.fund()
              + " has more leverage than its band allows; it sells units again after its next cut");
    }
    if (isFull(desk, amount)) {
      return Outcome.refused(
          Reason.RISK_LIMIT_EXCEEDED, "amount: " + order.fund() + " takes no more money now");
    }
    UnitQuote quote = desk.trading().bought(amount);
    if (order.limit().filter(limit -> quote.unitPrice().compareTo(limit) > 0).isPresent()) {
      return beyondLimit(quote.unitPrice());
    }
    if (quote.units().signum() == 0) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "amount: too little for the smallest part of a unit, which is worth "
              + nav.movePointLeft(Rounding.UNIT_SCALE).stripTrailingZeros().toPlainString()
              + " USDT");
    }
    return Outcome.done(
        UnitExecution.booked(desk, order, id, quote, desk.holding().paid().add(amount)));
  }

  private static Outcome<UnitExecution> beyondLimit(BigDecimal unitPrice) {
    return Outcome.refused(
        Reason.PRICE_TOO_DEVIATED,
        "limit_price: the price of a unit is "
            + unitPrice.stripTrailingZeros().toPlainString()
            + " USDT");
  }

  // The fund's exposure through one shard has the same caps as the skew of futures through it.
  private static boolean isFull(UnitDesk desk, BigDecimal amount) {
    Fund fund = desk.fund();
    BigDecimal nav = fund.navAt(desk.tick());
    BigDecimal held =
        fund.ofFirstUnits(desk.shard().units().getOrDefault(fund.seriesName(), BigDecimal.ZERO));
    BigDecimal units = amount.divide(nav, Rounding.UNIT_SCALE, RoundingMode.UP);
    BigDecimal exposure = wanted(desk);
    BigDecimal before = held.multiply(exposure);
    BigDecimal bought = units.multiply(exposure);
    BigDecimal after = before.add(bought);
    Caps caps = desk.market().caps().shared(desk.shards());
    return after.abs().compareTo(desk.market().contract().base(caps.skew())) > 0
        || after.abs().multiply(desk.tick().price()).compareTo(caps.skewValue()) > 0
        || isUnreserved(desk, bought, before, after);
  }

  // A fund with less exposure than its rule asks for will be raised with all who hold it.
  private static BigDecimal wanted(UnitDesk desk) {
    Fund fund = desk.fund();
    LeveragePolicy policy = desk.market().fund().policy(fund.side());
    BigDecimal lowest =
        policy.lowerEdge(policy.target(desk.tick().volatility().sigma(), fund.side()));
    return lowest
        .multiply(fund.navAt(desk.tick()))
        .divide(desk.tick().price(), Rounding.NAV_SCALE, RoundingMode.DOWN)
        .max(fund.exposure().abs())
        .multiply(fund.side().sign());
  }

  private static boolean isUnreserved(
      UnitDesk desk, BigDecimal bought, BigDecimal before, BigDecimal after) {
    BigDecimal since = desk.account().fills().since(desk.market().name(), desk.tick().sequence());
    return new Headroom(desk.market(), desk.tick(), desk.shards())
        .exceededBy(since, bought, before, after)
        .isPresent();
  }

  // Above its band a fund is worth more to who buys than its price: the loss is capped.
  private static boolean isAboveBand(UnitDesk desk) {
    LeveragePolicy policy = desk.market().fund().policy(desk.fund().side());
    BigDecimal target = policy.target(desk.tick().volatility().sigma(), desk.fund().side());
    return desk.fund().leverageAt(desk.tick()).compareTo(policy.upperEdge(target)) > 0;
  }

  private static Outcome<UnitExecution> sell(
      UnitOrder order, BigDecimal units, long id, UnitDesk desk) {
    BigDecimal held = desk.holding().units();
    UnitQuote quote = desk.trading().sold(units);
    if (order.limit().filter(limit -> quote.unitPrice().compareTo(limit) < 0).isPresent()) {
      return beyondLimit(quote.unitPrice());
    }
    BigDecimal paidLeft =
        desk.holding()
            .paid()
            .multiply(held.subtract(units))
            .divide(held, Rounding.CASH_SCALE, RoundingMode.DOWN);
    return Outcome.done(UnitExecution.booked(desk, order, id, quote, paidLeft));
  }
}
