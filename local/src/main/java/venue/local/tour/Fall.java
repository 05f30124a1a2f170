package venue.local.tour;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;

/**
 * The deepest fall of a recording within twelve hours.
 *
 * @param high the price it fell from
 * @param low the price it fell to
 */
record Fall(Recording recording, RecordedPrice high, RecordedPrice low) {
  private static final Duration WITHIN = Duration.ofHours(12);
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final Duration WARM_UP = Duration.ofMinutes(5);
  private static final Duration AFTER = Duration.ofHours(3);

  static Fall deepestOf(Recording recording) {
    Deque<RecordedPrice> highs = new ArrayDeque<>();
    Fall deepest = new Fall(recording, recording.first(), recording.first());
    for (RecordedPrice price : recording.prices()) {
      while (!highs.isEmpty() && highs.getLast().price().compareTo(price.price()) <= 0) {
        highs.removeLast();
      }
      highs.addLast(price);
      while (highs.getFirst().time().plus(WITHIN).isBefore(price.time())) {
        highs.removeFirst();
      }
      Fall fall = new Fall(recording, highs.getFirst(), price);
      if (fall.left().compareTo(deepest.left()) < 0) {
        deepest = fall;
      }
    }
    return deepest;
  }

  /** The low as a part of the high. */
  BigDecimal left() {
    return low.price().divide(high.price(), MathContext.DECIMAL64);
  }

  /** When the positions are opened: an hour before the fall, or when there is a first price. */
  Instant open() {
    Instant first = recording.first().time().plus(WARM_UP);
    Instant before = high.time().minus(BEFORE);
    return before.isBefore(first) ? first : before;
  }

  /** The part of the recording around the fall. */
  Recording excerpt() {
    Instant from = open().minus(WARM_UP);
    Instant to = low.time().plus(AFTER);
    List<RecordedPrice> prices = new ArrayList<>();
    prices.add(new RecordedPrice(from, recording.at(from).price()));
    recording.prices().stream()
        .filter(price -> price.time().isAfter(from) && !price.time().isAfter(to))
        .forEach(prices::add);
    return new Recording(recording.market(), prices);
  }
}
