package venue.domain.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import venue.domain.statistics.Volatility;

/**
 * One price of a market and what was published with it. It values, triggers, liquidates and fills.
 *
 * @param market the market's name
 * @param sequence 1 for the market's first tick, then one more each
 * @param time the source time of the price, venue time
 * @param taken when the tick was taken, venue time: what the sources said may be older
 * @param number its place among the ticks of all markets, in the order in which they were stored; 0
 *     while it is not stored
 * @param price {@code P}, USDT
 * @param quality whether anything may fill at it
 * @param fundingIndex {@code F}: cumulative funding, USDT per base unit
 * @param fundingRate what accrues until the next tick, per notional and interval
 * @param skew users' net position with the funds' exposure, base, positive: net long
 * @param openInterest contracts users hold, long and short counted together
 * @param volatility as of this price
 * @param goodIndex {@code F} of the last good tick up to this one, USDT per base unit
 * @param ranges of the good ticks up to this one
 * @param minutes the candles of the minutes up to this tick
 * @param traded all that was traded before the last good tick up to this one
 * @param house its figures when the tick was taken; none before they were reckoned
 */
public record Tick(
    String market,
    long sequence,
    Instant time,
    Instant taken,
    long number,
    BigDecimal price,
    Quality quality,
    BigDecimal fundingIndex,
    BigDecimal fundingRate,
    BigDecimal skew,
    long openInterest,
    Volatility volatility,
    BigDecimal goodIndex,
    RecentRanges ranges,
    MinuteCandles minutes,
    Traded traded,
    Optional<HouseFigures> house) {

  /** Whether a tick's price can be trusted. */
  public enum Quality {
    /** Enough sources agree. */
    GOOD,
    /** The sources agree on a jump, and a second tick has not said so yet: nothing fills. */
    UNCONFIRMED,
    /** Too few sources agree: nothing fills until a good tick. */
    DEGRADED
  }

  /** The same tick in its place among the ticks of all markets. */
  public Tick numbered(long place) {
    return new Tick(
        market,
        sequence,
        time,
        taken,
        place,
        price,
        quality,
        fundingIndex,
        fundingRate,
        skew,
        openInterest,
        volatility,
        goodIndex,
        ranges,
        minutes,
        traded,
        house);
  }

  /** With the house's figures at it. */
  public Tick withHouse(HouseFigures figures) {
    return new Tick(
        market,
        sequence,
        time,
        taken,
        number,
        price,
        quality,
        fundingIndex,
        fundingRate,
        skew,
        openInterest,
        volatility,
        goodIndex,
        ranges,
        minutes,
        traded,
        Optional.of(figures));
  }

  /** Equity of the house at it, USDT. */
  public Optional<BigDecimal> houseEquity() {
    return house.map(HouseFigures::equity);
  }

  /** How old the price is at a moment; not below zero. */
  public Duration age(Instant now) {
    Duration age = Duration.between(time, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /**
   * A range that holds every good tick from one up to this; it may hold earlier ones too.
   *
   * @param from the sequence of the first tick that matters
   */
  public Optional<PriceRange> since(long from) {
    return ranges.since(from, sequence);
  }

  /** All that cumulative funding has been at good ticks, this one included, rounded outwards. */
  public FundingRange fundingSeen() {
    return ranges
        .ever()
        .map(range -> new FundingRange(range.lowestIndex(), range.highestIndex()))
        .orElseGet(() -> FundingRange.at(fundingIndex));
  }

  /** Whether an order may fill at this tick at a moment. */
  public boolean fills(Instant now, Duration ageMax) {
    return quality == Quality.GOOD && age(now).compareTo(ageMax) <= 0;
  }
}
