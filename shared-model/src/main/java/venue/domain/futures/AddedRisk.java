package venue.domain.futures;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.house.Exposure;
import venue.domain.house.Headroom;
import venue.domain.market.Caps;
import venue.domain.market.Contract;
import venue.domain.market.Tier;

/**
 * What an order that adds risk must leave room for, at the worse of the market's and its fill
 * price.
 *
 * @param rested whether its margin was set aside when the other markets' prices were fresh
 */
record AddedRisk(FuturesDesk desk, boolean rested) {

  /**
   * The execution, or why it is not allowed.
   *
   * @param open contracts opened, signed
   */
  Outcome<FuturesExecution> allows(FuturesExecution execution, long open) {
    Contract contract = desk.market().contract();
    Position after = execution.position();
    if (execution.fill().price().price().signum() == 0) {
      return Outcome.refused(
          Reason.PRICE_TOO_DEVIATED, "size: the price is less than one step; nothing opens at it");
    }
    BigDecimal worse = desk.tick().price().max(execution.fill().price().price());
    return withinTiers(contract, after.size(), after.leverage(), worse)
        .then(size -> withinMarket(execution, open, worse));
  }

  /**
   * Whether a position of a size at a price lies within the contract's tiers, and its leverage
   * within its tier's.
   */
  static Outcome<Long> withinTiers(Contract contract, long size, int leverage, BigDecimal price) {
    BigDecimal notional = contract.base(Math.abs(size)).multiply(price);
    if (notional.compareTo(contract.tiers().riskLimitMax()) > 0) {
      return Outcome.refused(
          Reason.RISK_LIMIT_EXCEEDED,
          "size: the position would be worth "
              + plain(notional)
              + " USDT, more than the limit of "
              + plain(contract.tiers().riskLimitMax()));
    }
    Tier tier = contract.tiers().tierOf(notional);
    return leverage <= tier.leverageMax()
        ? Outcome.done(size)
        : Outcome.refused(
            Reason.RISK_LIMIT_EXCEEDED,
            "size: a position worth "
                + plain(notional)
                + " USDT may have a leverage of at most "
                + tier.leverageMax()
                + ", and it is "
                + leverage);
  }

  private Outcome<FuturesExecution> withinMarket(
      FuturesExecution execution, long open, BigDecimal worse) {
    Position after = execution.position();
    if (exceedsCaps(execution.shard().exposure())) {
      return Outcome.refused(
          Reason.RISK_LIMIT_EXCEEDED,
          "size: the market takes no more open interest in this direction now");
    }
    Optional<BigDecimal> unreserved = unreserved(execution);
    if (unreserved.isPresent()) {
      return Outcome.refused(
          Reason.RISK_LIMIT_EXCEEDED,
          "size: the market takes no more risk in this direction now; users would be net "
              + plain(unreserved.get())
              + " of the base, for which the house keeps "
              + plain(desk.market().solvency().reserveRate())
              + " of its worth in reserve for what winners could be owed");
    }
    if (desk.position().isFlat()
        && after.cross()
        && desk.others().size() >= CrossMargin.LEGS_MOST) {
      return Outcome.refused(
          Reason.RISK_LIMIT_EXCEEDED,
          "contract: an account has at most " + CrossMargin.LEGS_MOST + " open cross positions");
    }
    if (!rested && !CrossMargin.areFresh(desk.others(), desk.now())) {
      return Outcome.refused(
          Reason.TOO_BUSY,
          "size: a market of the cross positions has no fresh price at the moment; try again");
    }
    CrossMargin margin = CrossMargin.of(execution.account(), desk.legs(after));
    BigDecimal left =
        CrossMargin.available(execution.account(), desk.legs(after))
            .subtract(marginAtWorse(execution, open, worse));
    if (left.signum() < 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "size: margin and fee exceed what is available by " + plain(left.negate()) + " USDT");
    }
    if (isDue(after, margin)) {
      return Outcome.refused(
          Reason.LIQUIDATE_IMMEDIATELY,
          "size: the position would be due for liquidation at once; lower the leverage or the size");
    }
    return Outcome.done(execution);
  }

  private boolean isDue(Position after, CrossMargin margin) {
    return margin.isDue()
        || (!after.cross()
            && after.isDue(
                desk.market().contract(), desk.tick().price(), desk.tick().fundingIndex()));
  }

  private boolean exceedsCaps(Exposure after) {
    Exposure before = desk.shard().exposure();
    Caps caps = desk.market().caps().shared(desk.shards());
    long skewBefore = Math.abs(before.skew());
    long skewAfter = Math.abs(after.skew());
    boolean openInterest =
        after.openInterest() > before.openInterest()
            && caps.isOpenInterestBeyond(after.openInterest(), worth(after.openInterest()));
    return openInterest
        || (skewAfter > skewBefore && caps.isSkewBeyond(skewAfter, worth(skewAfter)));
  }

  private BigDecimal worth(long contracts) {
    return desk.market().contract().base(contracts).multiply(desk.tick().price());
  }

  private Optional<BigDecimal> unreserved(FuturesExecution execution) {
    Contract contract = desk.market().contract();
    return new Headroom(desk.market(), desk.tick(), desk.shards())
        .exceededBy(
            desk.account().fills().since(contract.name(), desk.tick().sequence()),
            contract.base(execution.fill().filled()),
            contract.base(desk.shard().exposure().skew()),
            contract.base(execution.shard().exposure().skew()));
  }

  private BigDecimal marginAtWorse(FuturesExecution execution, long open, BigDecimal worse) {
    Contract contract = desk.market().contract();
    BigDecimal size = contract.base(Math.abs(open));
    int leverage = execution.position().leverage();
    BigDecimal reckonedAt =
        execution.position().cross() ? desk.tick().price() : execution.fill().price().price();
    BigDecimal taken =
        Position.initialMargin(size.multiply(reckonedAt), leverage, contract.takerFeeRate());
    return Position.initialMargin(size.multiply(worse), leverage, contract.takerFeeRate())
        .subtract(taken);
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
