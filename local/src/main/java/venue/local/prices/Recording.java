package venue.local.prices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The prices of one market, in the order of their times.
 *
 * @param market its name, as {@code BTC_USDT}
 */
public record Recording(String market, List<RecordedPrice> prices) {

  public Recording {
    if (prices.isEmpty()) {
      throw new IllegalArgumentException("a recording has at least one price");
    }
    prices = List.copyOf(prices);
  }

  /** Both recordings of a market as one. */
  public Recording joinedWith(Recording other) {
    List<RecordedPrice> all =
        Stream.concat(prices.stream(), other.prices.stream())
            .sorted(Comparator.comparing(RecordedPrice::time))
            .toList();
    return new Recording(market, all);
  }

  public RecordedPrice first() {
    return prices.getFirst();
  }

  public RecordedPrice last() {
    return prices.getLast();
  }

  /** The last price recorded at or before a moment; the first, before there was any. */
  public RecordedPrice at(Instant time) {
    int low = 0;
    int high = prices.size();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (prices.get(middle).time().isAfter(time)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return prices.get(low);
  }
}
