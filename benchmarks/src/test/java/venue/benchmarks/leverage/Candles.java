package venue.benchmarks.leverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import venue.domain.Side;

/**
 * Recorded candles of one market, in the order of time.
 *
 * @param length of each
 */
record Candles(List<Candle> all, Duration length) {

  /** What a price did in one of them. */
  record Candle(Instant time, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {}

  /** A price at a moment. */
  record Price(Instant time, BigDecimal price) {}

  static Candles read(List<Path> files, Duration length) {
    List<Candle> all = new ArrayList<>();
    for (Path file : files) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
        lines
            .lines()
            .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
            .map(line -> candle(line.split(",", 6)))
            .forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Candles(all, length);
  }

  private static Candle candle(String[] fields) {
    return new Candle(
        Instant.ofEpochMilli(Long.parseLong(fields[0])),
        new BigDecimal(fields[1]),
        new BigDecimal(fields[2]),
        new BigDecimal(fields[3]),
        new BigDecimal(fields[4]));
  }

  /** Four prices of each, a quarter apart: the open, the worst for a side, the best, the close. */
  List<Price> walked(Side against) {
    List<Price> prices = new ArrayList<>(4 * all.size());
    Duration quarter = length.dividedBy(4);
    for (Candle candle : all) {
      BigDecimal worst = against == Side.LONG ? candle.low() : candle.high();
      BigDecimal best = against == Side.LONG ? candle.high() : candle.low();
      List<BigDecimal> four = List.of(candle.open(), worst, best, candle.close());
      for (int i = 0; i < four.size(); i++) {
        prices.add(new Price(candle.time().plus(quarter.multipliedBy(i)), four.get(i)));
      }
    }
    return prices;
  }
}
