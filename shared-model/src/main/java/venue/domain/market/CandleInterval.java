package venue.domain.market;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a candle is. Candles begin at multiples of their length since 1970; a longer one is
 * rolled up from the shorter ones of the interval it has as its part.
 */
public enum CandleInterval {
  MINUTE("1m", Duration.ofMinutes(1), null),
  MINUTES_5("5m", Duration.ofMinutes(5), MINUTE),
  MINUTES_15("15m", Duration.ofMinutes(15), MINUTE),
  MINUTES_30("30m", Duration.ofMinutes(30), MINUTE),
  HOUR("1h", Duration.ofHours(1), MINUTE),
  HOURS_4("4h", Duration.ofHours(4), HOUR),
  HOURS_8("8h", Duration.ofHours(8), HOUR),
  DAY("1d", Duration.ofDays(1), HOUR),
  DAYS_7("7d", Duration.ofDays(7), DAY);

  private final String label;
  private final Duration length;
  private final @Nullable CandleInterval part;

  CandleInterval(String label, Duration length, @Nullable CandleInterval part) {
    this.label = label;
    this.length = length;
    this.part = part;
  }

  /** The interval of a name as clients know it, such as {@code 5m}. */
  public static Optional<CandleInterval> named(String label) {
    return Stream.of(values()).filter(interval -> interval.label.equals(label)).findFirst();
  }

  /** The interval of a length. */
  public static Optional<CandleInterval> of(Duration length) {
    return Stream.of(values()).filter(interval -> interval.length.equals(length)).findFirst();
  }

  /** All that are longer than a minute, shortest first. */
  public static List<CandleInterval> rolledUp() {
    return Stream.of(values()).filter(interval -> interval.part != null).toList();
  }

  /** Its name as clients know it. */
  public String label() {
    return label;
  }

  public Duration length() {
    return length;
  }

  /** The interval whose candles make up one of these; none: a minute is made of ticks. */
  public Optional<CandleInterval> part() {
    return Optional.ofNullable(part);
  }

  /** When the candle begins that a moment lies in. */
  public Instant startOf(Instant time) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  /** The moment so many candles after another; before it if negative. */
  public Instant after(Instant time, long candles) {
    return time.plus(length.multipliedBy(candles));
  }
}
