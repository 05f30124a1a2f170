package venue.simulation.recorded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import venue.local.prices.DefaultRecording;
import venue.local.prices.KlineFile;
import venue.local.prices.Recording;

/** The paths by name; the short ones are parts of the others around their worst hours. */
final class Paths {
  private static final String AVAX = "AVAXUSDT-1m-2025-02.csv.gz";
  private static final String BTC = "BTCUSDT-1h-2019-2021.csv.gz";
  private static final List<String> SHORT = List.of("recorded-hours", "avax-hours", "btc-hours");

  private Paths() {}

  /** Those that were asked for, else the short ones. */
  static List<String> names() {
    String asked = System.getProperty("venue.paths", "");
    return asked.isEmpty() ? SHORT : List.of(asked.split(","));
  }

  static PricePath of(String name) {
    return switch (name) {
      case "recorded-hours" -> recorded(name, "2013-12-01T04:30:00Z", "2013-12-01T06:30:00Z", 60);
      case "recorded" -> recorded(name, "2013-11-25T00:00:00Z", "2013-12-01T16:00:00Z", 60);
      case "avax-hours" ->
          candles(name, AVAX, "2025-02-03T01:15:00Z", "2025-02-03T02:15:00Z", 5, 15);
      case "avax-days" ->
          candles(name, AVAX, "2025-02-01T00:00:00Z", "2025-02-06T00:00:00Z", 5, 15);
      case "avax-month" ->
          candles(name, AVAX, "2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z", 5, 15);
      case "btc-hours" -> candles(name, BTC, "2020-03-12T09:00:00Z", "2020-03-12T12:00:00Z", 60, 0);
      case "btc-2020" -> candles(name, BTC, "2020-03-12T00:00:00Z", "2020-03-14T00:00:00Z", 30, 0);
      default -> throw new IllegalArgumentException("venue.paths: no path " + name);
    };
  }

  private static PricePath recorded(String name, String from, String to, int seconds) {
    return path(name, DefaultRecording.read(), from, to, seconds, 0);
  }

  private static PricePath candles(
      String name, String file, String from, String to, int seconds, int apart) {
    Path beside =
        Path.of(System.getProperty("venue.root", "."), "..", "shared", "data").resolve(file);
    assumeTrue(Files.exists(beside), "no " + file + " beside the project: " + name + " skipped");
    return path(name, KlineFile.read(beside), from, to, seconds, apart);
  }

  private static PricePath path(
      String name, Recording recording, String from, String to, int seconds, int apart) {
    return new PricePath(
        name,
        recording,
        Instant.parse(from),
        Instant.parse(to),
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(apart));
  }
}
