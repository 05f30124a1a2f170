package venue.domain.smartleverage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * When a fund may raise its leverage: once in every eight hours of UTC, at a moment within the
 * first half hour that follows from the fund's name and the period, so that funds do not trade
 * together.
 */
final class RaiseTimes {
  private static final Duration PERIOD = Duration.ofHours(8);
  private static final Duration JITTER = Duration.ofMinutes(30);
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private RaiseTimes() {}

  /** The raise time of the period in which a moment lies. */
  static Instant inPeriodOf(String fund, Instant moment) {
    long period = Math.floorDiv(moment.toEpochMilli(), PERIOD.toMillis());
    return Instant.ofEpochMilli(period * PERIOD.toMillis()).plusMillis(jitter(fund, period));
  }

  /** Whether a raise time lies after {@code since} and in the fifteen minutes up to {@code now}. */
  static boolean isNow(String fund, Instant since, Instant now) {
    Instant latest = inPeriodOf(fund, now);
    Instant due = latest.isAfter(now) ? inPeriodOf(fund, now.minus(PERIOD)) : latest;
    return due.isAfter(since) && !due.plus(WINDOW).isBefore(now);
  }

  private static long jitter(String fund, long period) {
    try {
      byte[] seed = (fund + "#" + period).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(seed);
      long number = HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(hash, 0, 7));
      return number % JITTER.toMillis();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
