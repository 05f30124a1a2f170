package venue.local;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;
import venue.local.time.Leap;

/**
 * Prints where the time of a replay at {@code --speed max} goes. Not part of the build: {@code mvn
 * test -pl local -am -Dtest=ReplayFigures -Dsurefire.failIfNoSpecifiedTests=false
 * -DargLine="-Dreplay.minutes=10080"}.
 */
class ReplayFigures {
  private static final int MINUTES = Integer.getInteger("replay.minutes", 2_000);

  @TempDir Path directory;

  @Test
  void printsCallsAndTimeOfAMinute() throws Exception {
    StoreCalls calls = new StoreCalls();
    VenueOptions options =
        VenueOptions.of(TestTemplate.ofTheVenue().writtenTo(directory), List.of(recording()))
            .atSpeed(Speed.max())
            .with("TickSeconds", "60")
            .wrappingStore(calls::of);
    try (Venue venue = new Venue(options)) {
      new Preparation(venue).prepare();
      calls.forget();
      venue.begin();
      print(venue.replayed().get(), calls.byKind());
    }
  }

  private static Recording recording() {
    List<RecordedPrice> prices = new ArrayList<>();
    for (int i = 0; i <= MINUTES; i++) {
      Instant time = Instant.EPOCH.plus(Duration.ofMinutes(i));
      prices.add(new RecordedPrice(time, BigDecimal.valueOf(1_000 + i % 5)));
    }
    return new Recording("BTC_USDT", prices);
  }

  private static void print(Leap.Figures replay, Map<String, StoreCalls.Sum> calls) {
    double minutes = replay.venueTime().toMinutes();
    double wall = replay.wallTime().toNanos() / 1e6;
    System.out.printf(
        Locale.ROOT, "%.0f minutes in %.1f s, %.2f ms each%n", minutes, wall / 1e3, wall / minutes);
    calls.forEach(
        (kind, sum) ->
            System.out.printf(
                Locale.ROOT,
                "%s: %.1f a minute, %.3f ms each, %.2f ms a minute%n",
                kind,
                sum.calls() / minutes,
                sum.nanos() / 1e6 / sum.calls(),
                sum.nanos() / 1e6 / minutes));
  }
}
