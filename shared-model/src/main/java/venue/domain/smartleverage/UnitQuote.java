package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;
import venue.domain.market.FillPrice;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * What buying or selling units comes to at a tick: NAV with the market's price replaced by the
 * futures fill price of the exposure, and the futures fee on that exposure. To whoever only asks it
 * is indicative: an order is executed at its own tick.
 *
 * @param units bought (positive) or sold (negative), to 8 decimals
 * @param unitPrice NAV at the fill price, before the fee, USDT
 * @param cash change of the account's cash, fee included, USDT
 * @param fee part of it that is fee, USDT
 * @param price the futures fill price of the exposure
 */
public record UnitQuote(
    BigDecimal units, BigDecimal unitPrice, BigDecimal cash, BigDecimal fee, FillPrice price) {

  /**
   * A quote for an account that has not traded since the tick; refused while nothing fills, or for
   * a part of a holding.
   *
   * @param now venue time
   */
  public static Outcome<UnitQuote> of(
      UnitOrder order, Market market, Fund fund, Tick tick, Instant now) {
    if (!tick.fills(now, market.priceAgeMax()) || fund.isWipedAt(tick)) {
      return Outcome.refused(
          Reason.TOO_BUSY, market.name() + " has no fresh price at the moment; try again");
    }
    Trading trading = new Trading(market, fund, tick, BigDecimal.ZERO, now);
    return switch (order) {
      case UnitOrder.Buy buy -> Outcome.done(trading.bought(buy.amount()));
      case UnitOrder.Sell sale -> Outcome.done(trading.sold(sale.units()));
      case UnitOrder.SellFraction _ ->
          Outcome.refused(
              Reason.INVALID_PARAM_VALUE, "fraction: of a holding, which a quote does not know");
    };
  }

  /**
   * What all of a holding would bring at a tick, fee taken off, USDT; 0 of a series that was wiped.
   *
   * @param now venue time
   */
  public static BigDecimal payout(
      Holding holding, Market market, Fund fund, Tick tick, Instant now) {
    return holding.series() == fund.series()
        ? new Trading(market, fund, tick, BigDecimal.ZERO, now)
            .sold(holding.at(fund).units())
            .cash()
        : BigDecimal.ZERO;
  }

  /** What the units are quoted on. */
  record Trading(Market market, Fund fund, Tick tick, BigDecimal fillsSince, Instant now) {

    /** As many units as an amount buys, fee included; rounded down. */
    UnitQuote bought(BigDecimal amount) {
      BigDecimal base =
          fund.exposure()
              .multiply(amount)
              .divide(fund.navAt(tick), Rounding.NAV_SCALE, RoundingMode.UP);
      FillPrice price = fillPrice(base);
      BigDecimal unitPrice = unitPrice(price);
      BigDecimal feeOfUnit = feeOfUnit(price);
      BigDecimal units =
          amount.divide(unitPrice.add(feeOfUnit), Rounding.UNIT_SCALE, RoundingMode.DOWN);
      BigDecimal fee = Rounding.userPays(units.multiply(feeOfUnit));
      return new UnitQuote(units, unitPrice, amount.negate(), fee, price);
    }

    /** What so many units bring; never less than nothing. */
    UnitQuote sold(BigDecimal units) {
      FillPrice price = fillPrice(fund.exposure().multiply(units).negate());
      BigDecimal unitPrice = unitPrice(price);
      BigDecimal gross = Rounding.userChange(units.multiply(unitPrice));
      BigDecimal fee = Rounding.userPays(units.multiply(feeOfUnit(price))).min(gross);
      return new UnitQuote(units.negate(), unitPrice, gross.subtract(fee), fee, price);
    }

    private FillPrice fillPrice(BigDecimal base) {
      return FillPrice.of(market, tick, base, fillsSince, now);
    }

    private BigDecimal unitPrice(FillPrice price) {
      return fund.navAt(price.price(), tick.fundingIndex(), tick.time());
    }

    private BigDecimal feeOfUnit(FillPrice price) {
      return market
          .contract()
          .orderFeeRate()
          .multiply(fund.exposure().abs())
          .multiply(price.price());
    }
  }
}
