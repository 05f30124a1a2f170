package venue.local.prices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import venue.local.StartRefused;

/** One line of a price file, with the place where it stands. */
record CsvLine(String file, int number, List<String> fields) {
  private static final BigDecimal LARGEST = new BigDecimal("1e12");
  private static final BigDecimal SMALLEST = new BigDecimal("1e-12");
  private static final long SMALLEST_MICROSECONDS = 100_000_000_000_000L;
  private static final long SMALLEST_MILLISECONDS = 100_000_000_000L;

  static CsvLine of(String file, int number, String text) {
    return new CsvLine(file, number, List.of(text.split(",", -1)));
  }

  StartRefused wrong(String problem) {
    return new StartRefused("%s line %d: %s".formatted(file, number, problem));
  }

  void needsColumns(int columns, String names) {
    if (fields.size() < columns) {
      throw wrong("%d columns; needed are %s".formatted(fields.size(), names));
    }
  }

  BigDecimal price(int column, String name) {
    String text = fields.get(column).strip();
    try {
      BigDecimal price = new BigDecimal(text);
      if (price.signum() > 0) {
        if (price.compareTo(SMALLEST) < 0 || price.compareTo(LARGEST) > 0) {
          throw wrong("%s %s is not a price anyone would pay".formatted(name, text));
        }
        return price;
      }
    } catch (NumberFormatException e) {
      throw new StartRefused(notAboveZero(name, text).line(), e);
    }
    throw notAboveZero(name, text);
  }

  private StartRefused notAboveZero(String name, String text) {
    return wrong("%s \"%s\" is not a number above zero".formatted(name, text));
  }

  Instant seconds(int column, String name) {
    return Instant.ofEpochSecond(whole(column, name));
  }

  /** A time in milliseconds or microseconds; its size tells which. */
  Instant millisOrMicros(int column, String name) {
    long time = whole(column, name);
    if (time >= SMALLEST_MICROSECONDS) {
      return Instant.EPOCH.plusNanos(Math.multiplyExact(time, 1_000L));
    }
    if (time >= SMALLEST_MILLISECONDS) {
      return Instant.ofEpochMilli(time);
    }
    throw wrong("%s %d is neither milliseconds nor microseconds".formatted(name, time));
  }

  private long whole(int column, String name) {
    String text = fields.get(column).strip();
    try {
      long time = Long.parseLong(text);
      if (time > 0 && time < Long.MAX_VALUE / 1_000L) {
        return time;
      }
    } catch (NumberFormatException e) {
      throw new StartRefused(notATime(name, text).line(), e);
    }
    throw notATime(name, text);
  }

  private StartRefused notATime(String name, String text) {
    return wrong("%s \"%s\" is not a time".formatted(name, text));
  }
}
