package venue.domain.futures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import venue.domain.Rounding;
import venue.domain.Side;
import venue.domain.market.Contract;
import venue.domain.market.FundingRule;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;

/**
 * A futures position, open or flat, isolated or cross.
 *
 * @param slot where in the account it is held
 * @param size contracts, signed; 0: flat
 * @param cost {@code q·E}, exact and signed, USDT; the entry price is derived from it
 * @param margin {@code M}, USDT; 0 of a cross position, which the account's free cash backs
 * @param fundingIndex {@code F₀}: the market's index when the position last settled it
 * @param leverage chosen by the user; of a cross position, what its initial margin is reckoned with
 * @param cross whether it shares the account's free cash with the other cross positions
 * @param tierVersion of the tier table in force when it was last touched
 * @param realised since it was opened
 * @param turnover since it was opened
 * @param openTime of the tick at which it was last opened from flat, venue time
 * @param updateTime of the tick at which it was last touched, venue time
 * @param tick the sequence of that tick: all that was due before it has been done
 */
public record Position(
    Slot slot,
    long size,
    BigDecimal cost,
    BigDecimal margin,
    BigDecimal fundingIndex,
    int leverage,
    boolean cross,
    int tierVersion,
    Realised realised,
    Turnover turnover,
    Instant openTime,
    Instant updateTime,
    long tick) {

  /** A flat position of a user in one-way mode who has chosen no leverage yet. */
  public static Position flat(Contract contract) {
    return flat(contract, Slot.Mode.SINGLE);
  }

  /** A flat position of a user who has chosen no leverage yet. */
  public static Position flat(Contract contract, Slot.Mode mode) {
    return new Position(
        new Slot(contract.name(), mode),
        0,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        contract.leverageDefault(),
        false,
        contract.tiers().version(),
        Realised.NONE,
        Turnover.NONE,
        Instant.EPOCH,
        Instant.EPOCH,
        0);
  }

  /** The contract's name. */
  public String market() {
    return slot.market();
  }

  /** Whether nothing is held. */
  public boolean isFlat() {
    return size == 0;
  }

  /** {@code s}; of a flat position, long. */
  public Side side() {
    return size < 0 ? Side.SHORT : Side.LONG;
  }

  /** Whether a trade of so many contracts, signed, makes it smaller and does nothing else. */
  public boolean isReducedBy(long trade) {
    return Long.signum(trade) == -Long.signum(size) && Math.abs(trade) <= Math.abs(size);
  }

  /** {@code E}, half-even to two decimals more than the contract's price step; 0 when flat. */
  public BigDecimal entryPrice(Contract contract) {
    if (isFlat()) {
      return BigDecimal.ZERO;
    }
    return average(cost, contract.base(size), contract);
  }

  /** A value by its base amount, half-even to two decimals more than the contract's price step. */
  static BigDecimal average(BigDecimal value, BigDecimal base, Contract contract) {
    return Rounding.shown(value, base, Math.max(0, contract.priceStep().scale()) + 2);
  }

  /** {@code q(P − E)}, exact, USDT. */
  public BigDecimal unrealised(Contract contract, BigDecimal price) {
    return contract.base(size).multiply(price).subtract(cost);
  }

  /** {@code q(F − F₀)}: what it owes in funding (negative: is owed), exact, USDT. */
  public BigDecimal fundingOwed(Contract contract, BigDecimal index) {
    return FundingRule.payment(contract.base(size), index, fundingIndex);
  }

  /** {@code qF₀}, exact, USDT. */
  public BigDecimal settledFunding(BigDecimal quantoMultiplier) {
    return quantoMultiplier.multiply(BigDecimal.valueOf(size)).multiply(fundingIndex);
  }

  /** Equity: {@code M + q(P − E) − q(F − F₀)}, exact, USDT. */
  public BigDecimal equity(Contract contract, BigDecimal price, BigDecimal index) {
    return margin.add(unrealised(contract, price)).subtract(fundingOwed(contract, index));
  }

  /** Whether equity is at or below maintenance margin, so that it is to be liquidated. */
  public boolean isDue(Contract contract, BigDecimal price, BigDecimal index) {
    return !isFlat()
        && equity(contract, price, index).compareTo(contract.maintenance(size, price)) <= 0;
  }

  /**
   * Whether it is due at the worst corner of a range, so that it may be at one of the range's
   * ticks; if it is not, it is due at none of them.
   */
  public boolean canBeDue(Contract contract, PriceRange range) {
    return isDue(contract, range.worstPrice(side()), range.worstIndex(side()));
  }

  /**
   * Initial margin: {@code value / leverage + value × taker fee}, rounded up, USDT.
   *
   * @param value of what is opened, at its entry price, USDT, not negative
   */
  public static BigDecimal initialMargin(BigDecimal value, int leverage, BigDecimal takerFeeRate) {
    BigDecimal byLeverage =
        value.divide(BigDecimal.valueOf(leverage), Rounding.CASH_SCALE, RoundingMode.CEILING);
    return byLeverage.add(Rounding.userPays(value.multiply(takerFeeRate)));
  }

  /**
   * With funding settled up to an index: the margin bears it, of a cross position the free cash.
   *
   * @param change of the user's cash, already rounded, USDT
   */
  public Position fundingSettled(BigDecimal index, BigDecimal change) {
    return new Position(
        slot,
        size,
        cost,
        cross ? margin : margin.add(change),
        index,
        leverage,
        cross,
        tierVersion,
        realised.plus(BigDecimal.ZERO, change, BigDecimal.ZERO),
        turnover,
        openTime,
        updateTime,
        tick);
  }

  /**
   * Larger by so many contracts (signed as the position) at a price, with more margin; funding is
   * settled.
   */
  public Position increased(
      Contract contract, long more, BigDecimal price, BigDecimal moreMargin, BigDecimal index) {
    BigDecimal value = contract.base(more).multiply(price);
    long held = Math.addExact(size, more);
    Turnover before = isFlat() ? Turnover.NONE : turnover;
    return new Position(
        slot,
        held,
        cost.add(value),
        margin.add(moreMargin),
        index,
        leverage,
        cross,
        contract.tiers().version(),
        realised,
        before.plus(Math.abs(held), Math.abs(more), value.abs()),
        openTime,
        updateTime,
        tick);
  }

  /**
   * Smaller by so many contracts (positive, at most all), with its share of cost and margin gone.
   */
  public Position reduced(Contract contract, long by) {
    long held = Math.abs(size);
    if (by == held) {
      return new Position(
          slot,
          0,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          leverage,
          cross,
          contract.tiers().version(),
          realised,
          turnover,
          openTime,
          updateTime,
          tick);
    }
    return new Position(
        slot,
        size - Long.signum(size) * by,
        cost.subtract(Rounding.share(cost, by, held, RoundingMode.CEILING)),
        margin.subtract(Rounding.share(margin, by, held, RoundingMode.DOWN)),
        fundingIndex,
        leverage,
        cross,
        contract.tiers().version(),
        realised,
        turnover,
        openTime,
        updateTime,
        tick);
  }

  /** With another leverage and the margin that goes with it. */
  public Position withLeverage(Contract contract, int next, BigDecimal nextMargin) {
    return new Position(
        slot,
        size,
        cost,
        nextMargin,
        fundingIndex,
        next,
        cross,
        contract.tiers().version(),
        realised,
        turnover,
        openTime,
        updateTime,
        tick);
  }

  /** A flat position that will be cross or isolated when it is opened. */
  public Position withCross(boolean nextCross, int nextLeverage) {
    return new Position(
        slot,
        size,
        cost,
        margin,
        fundingIndex,
        nextLeverage,
        nextCross,
        tierVersion,
        realised,
        turnover,
        openTime,
        updateTime,
        tick);
  }

  /** With another margin, USDT. */
  public Position withMargin(BigDecimal next) {
    return new Position(
        slot,
        size,
        cost,
        next,
        fundingIndex,
        leverage,
        cross,
        tierVersion,
        realised,
        turnover,
        openTime,
        updateTime,
        tick);
  }

  /** With other realised sums. */
  public Position withRealised(Realised next) {
    return new Position(
        slot,
        size,
        cost,
        margin,
        fundingIndex,
        leverage,
        cross,
        tierVersion,
        next,
        turnover,
        openTime,
        updateTime,
        tick);
  }

  /** Touched at a tick; one that was flat before is opened then. */
  public Position touched(Tick at, boolean opened) {
    return new Position(
        slot,
        size,
        cost,
        margin,
        fundingIndex,
        leverage,
        cross,
        tierVersion,
        realised,
        turnover,
        opened ? at.time() : openTime,
        at.time(),
        at.sequence());
  }
}
