package venue.domain.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import venue.domain.Rounding;

/**
 * Exponentially weighted variances of log returns, per year of 365 days.
 *
 * @param fast half-life 48 hours, hourly returns
 * @param slow half-life 30 days, hourly returns
 * @param burst half-life five minutes, returns from tick to tick
 * @param hourPrice the price at which the present hour began
 * @param hourStart when that was
 * @param lastPrice the price last observed
 * @param lastTime when that was
 */
public record Volatility(
    BigDecimal fast,
    BigDecimal slow,
    BigDecimal burst,
    BigDecimal hourPrice,
    Instant hourStart,
    BigDecimal lastPrice,
    Instant lastTime) {
  private static final double YEAR_MILLIS = 365d * 24 * 3600 * 1000;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final double FAST_HALF_LIFE = 48d * 3600 * 1000;
  private static final double SLOW_HALF_LIFE = 30d * 24 * 3600 * 1000;
  private static final double BURST_HALF_LIFE = 5d * 60 * 1000;

  /** The state before any return is known: all three variances are that of a given volatility. */
  public static Volatility starting(BigDecimal sigma, BigDecimal price, Instant time) {
    BigDecimal variance =
        sigma.multiply(sigma).setScale(Rounding.STATISTIC_SCALE, RoundingMode.HALF_EVEN);
    return new Volatility(variance, variance, variance, price, time, price, time);
  }

  /**
   * The state after a price at least a millisecond later than the last; an hour's return counts
   * when it is full.
   */
  public Volatility observe(BigDecimal price, Instant time) {
    Duration sinceLast = Duration.between(lastTime, time);
    if (sinceLast.toMillis() <= 0) {
      return this;
    }
    BigDecimal nextBurst = weighted(burst, lastPrice, price, sinceLast, BURST_HALF_LIFE);
    Duration sinceHour = Duration.between(hourStart, time);
    if (sinceHour.compareTo(HOUR) < 0) {
      return new Volatility(fast, slow, nextBurst, hourPrice, hourStart, price, time);
    }
    return new Volatility(
        weighted(fast, hourPrice, price, sinceHour, FAST_HALF_LIFE),
        weighted(slow, hourPrice, price, sinceHour, SLOW_HALF_LIFE),
        nextBurst,
        price,
        time,
        price,
        time);
  }

  /**
   * One step of the weighted variance: {@code λ·v + (1 − λ)·r²}, both per year.
   *
   * @param lambda the weight of what was known before
   */
  public static BigDecimal step(BigDecimal variance, double lambda, double returnSquaredPerYear) {
    return statistic(lambda * variance.doubleValue() + (1 - lambda) * returnSquaredPerYear);
  }

  private static BigDecimal weighted(
      BigDecimal variance, BigDecimal from, BigDecimal to, Duration dt, double halfLife) {
    double millis = dt.toMillis();
    double r = StrictMath.log(to.doubleValue() / from.doubleValue());
    return step(variance, StrictMath.pow(2, -millis / halfLife), r * r * YEAR_MILLIS / millis);
  }

  /** {@code σ̂}: the larger of the two hourly volatilities, per year. */
  public BigDecimal sigma() {
    return statistic(StrictMath.sqrt(fast.max(slow).doubleValue()));
  }

  /** The larger of the long-run and the five-minute volatility, per year. */
  public BigDecimal sigmaNow() {
    return statistic(StrictMath.sqrt(fast.max(slow).max(burst).doubleValue()));
  }

  /** {@code σ·√t}: the standard deviation of the price over a time, per price. */
  public static BigDecimal deviation(BigDecimal sigma, Duration time) {
    double years = Math.max(0, time.toMillis()) / YEAR_MILLIS;
    return statistic(sigma.doubleValue() * StrictMath.sqrt(years));
  }

  private static BigDecimal statistic(double value) {
    return BigDecimal.valueOf(value).setScale(Rounding.STATISTIC_SCALE, RoundingMode.HALF_EVEN);
  }
}
