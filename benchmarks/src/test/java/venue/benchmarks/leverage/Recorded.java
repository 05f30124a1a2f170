package venue.benchmarks.leverage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import venue.domain.Side;

/** What is recorded of a market. */
enum Recorded {
  BTC_2019(Duration.ofHours(1), "BTCUSDT-1h-2019-2021 BTCUSDT-1h-2022-2026"),
  ETH_2019(Duration.ofHours(1), "ETHUSDT-1h-2019-2021 ETHUSDT-1h-2022-2026"),
  SOL_2022(Duration.ofHours(1), "SOLUSDT-1h-2022-2026"),
  BTC_OCTOBER_2025(Duration.ofMinutes(15), "BTCUSDT-15m-2025-10"),
  AVAX_FEBRUARY_2025(Duration.ofMinutes(1), "AVAXUSDT-1m-2025-02");

  private final Duration length;
  private final String files;

  Recorded(Duration length, String files) {
    this.length = length;
    this.files = files;
  }

  Comparison along(Side side) {
    List<Path> paths =
        Stream.of(files.split(" ", -1))
            .map(
                file ->
                    Path.of(System.getProperty("venue.root", "."), "..", "shared", "data")
                        .resolve(file + ".csv.gz"))
            .toList();
    assumeTrue(paths.stream().allMatch(Files::exists), "no prices beside the project: " + name());
    String market = name().substring(0, name().indexOf('_')) + "_USDT";
    return new Comparison(market, Candles.read(paths, length), side);
  }
}
