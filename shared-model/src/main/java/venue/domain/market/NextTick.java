package venue.domain.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import venue.domain.market.Tick.Quality;
import venue.domain.statistics.Volatility;

/**
 * The tick that follows from an observed price: funding accrued, the new rate, volatility.
 *
 * @param skew users' net position with the funds' exposure, base
 * @param openInterest contracts, long and short counted together
 * @param traded all that was traded so far
 */
public record NextTick(Market market, BigDecimal skew, long openInterest, Traded traded) {
  // A second tick a moment later only repeats the first.
  private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

  /** The tick of a market in which nothing was ever traded. */
  public NextTick(Market market, BigDecimal skew, long openInterest) {
    this(market, skew, openInterest, Traded.NONE);
  }

  /**
   * The tick that the sources' answers lead to: good if enough agree on a price newer than the last
   * tick, unconfirmed if that is a jump which the tick before has not seen, degraded if they do not
   * agree, none if there is nothing newer to tell.
   *
   * @param now venue time
   */
  public Optional<Tick> after(
      Optional<Tick> last, Optional<PriceConsensus.Agreed> agreed, Instant now) {
    if (agreed.isEmpty()) {
      return last.filter(tick -> now.isAfter(tick.time())).map(tick -> degraded(tick, now));
    }
    Instant time = agreed.get().time();
    return last.isPresent() && !time.isAfter(last.get().time())
        ? Optional.empty()
        : Optional.of(agreed(last, agreed.get().price(), time, now));
  }

  private Tick agreed(Optional<Tick> last, BigDecimal price, Instant time, Instant now) {
    return last.filter(tick -> !isConfirmed(tick, price, time))
        .map(tick -> unconfirmed(tick, price, time, now))
        .orElseGet(() -> good(last, price, time, now));
  }

  // Volatility has seen good prices only, so its last price is the one that a jump is measured
  // from.
  private boolean isConfirmed(Tick last, BigDecimal price, Instant time) {
    Volatility seen = last.volatility();
    BigDecimal sigma = seen.sigmaNow();
    boolean near =
        market
            .jumpBound()
            .holds(seen.lastPrice(), price, sigma, Duration.between(seen.lastTime(), time));
    return near
        || (last.quality() == Quality.UNCONFIRMED
            && Duration.between(last.time(), time).compareTo(SECOND_LOOK) >= 0
            && market
                .jumpBound()
                .holds(last.price(), price, sigma, Duration.between(last.time(), time)));
  }

  private Tick unconfirmed(Tick last, BigDecimal price, Instant time, Instant now) {
    return new Tick(
        market.name(),
        last.sequence() + 1,
        time,
        taken(Optional.of(last), now),
        0,
        price,
        Quality.UNCONFIRMED,
        accrued(last, last.volatility().lastPrice(), time),
        market.funding().rate(skew, market.fill().skewScale()),
        skew,
        openInterest,
        last.volatility(),
        last.goodIndex(),
        last.ranges().next(last.sequence() + 1, Optional.empty()),
        last.minutes().skipped(),
        last.traded(),
        Optional.empty());
  }

  // Clocks of two invocations may differ a little; the order of a market's ticks does not.
  private static Instant taken(Optional<Tick> last, Instant now) {
    return last.map(Tick::taken).filter(before -> before.isAfter(now)).orElse(now);
  }

  /** The tick after {@code last} at a price that enough sources agree on as of now. */
  public Tick good(Optional<Tick> last, BigDecimal price, Instant time) {
    return good(last, price, time, time);
  }

  private Tick good(Optional<Tick> last, BigDecimal price, Instant time, Instant now) {
    Volatility volatility =
        last.map(tick -> tick.volatility().observe(price, time))
            .orElseGet(() -> Volatility.starting(market.startingVolatility(), price, time));
    long sequence = last.map(Tick::sequence).orElse(0L) + 1;
    BigDecimal index = last.map(tick -> accrued(tick, price, time)).orElse(BigDecimal.ZERO);
    return new Tick(
        market.name(),
        sequence,
        time,
        taken(last, now),
        0,
        price,
        Quality.GOOD,
        index,
        market.funding().rate(skew, market.fill().skewScale()),
        skew,
        openInterest,
        volatility,
        index,
        last.map(Tick::ranges)
            .orElse(RecentRanges.NONE)
            .next(sequence, Optional.of(PriceRange.of(price, index))),
        last.map(Tick::minutes).orElse(MinuteCandles.NONE).next(candle(last, price, index, time)),
        traded,
        Optional.empty());
  }

  private Candle candle(Optional<Tick> last, BigDecimal price, BigDecimal index, Instant time) {
    return new Candle(
        market.name(),
        CandleInterval.MINUTE,
        CandleInterval.MINUTE.startOf(time),
        price,
        price,
        price,
        price,
        last.map(Tick::goodIndex).orElse(BigDecimal.ZERO),
        index,
        market.funding().rate(skew, market.fill().skewScale()),
        openInterest,
        1,
        traded.since(last.map(Tick::traded).orElse(Traded.NONE)));
  }

  /**
   * The tick after {@code last} when too few sources agree: the last good price again, at which
   * nothing fills.
   */
  public Tick degraded(Tick last, Instant time) {
    return new Tick(
        market.name(),
        last.sequence() + 1,
        time,
        taken(Optional.of(last), time),
        0,
        last.volatility().lastPrice(),
        Quality.DEGRADED,
        accrued(last, last.volatility().lastPrice(), time),
        market.funding().rate(skew, market.fill().skewScale()),
        skew,
        openInterest,
        last.volatility(),
        last.goodIndex(),
        last.ranges().next(last.sequence() + 1, Optional.empty()),
        last.minutes().skipped(),
        last.traded(),
        Optional.empty());
  }

  private BigDecimal accrued(Tick last, BigDecimal price, Instant time) {
    Duration dt = Duration.between(last.time(), time);
    return last.fundingIndex().add(market.funding().accrued(last.fundingRate(), price, dt));
  }
}
