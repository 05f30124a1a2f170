package venue.local.prices;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import venue.local.StartRefused;

/**
 * Reads a file of candles in the columns of Binance's archive. A line that stands twice counts
 * once; where candles are missing the price stays what it was.
 */
public final class KlineFile {
  private static final String COLUMNS = "open_time,open,high,low,close,volume,close_time";

  private final List<RecordedPrice> prices = new ArrayList<>();
  private List<String> last = List.of();

  private KlineFile() {}

  public static Recording read(Path file) {
    String name = requireNonNull(file.getFileName()).toString();
    KlineFile candles = new KlineFile();
    CsvFile.read(name, () -> Files.newInputStream(file), candles::add);
    if (candles.prices.isEmpty()) {
      throw new StartRefused(name + " line 1: there is no price in this file");
    }
    return new Recording(MarketName.of(name), candles.prices);
  }

  private void add(CsvLine line) {
    line.needsColumns(7, COLUMNS);
    if (line.fields().equals(last)) {
      return;
    }
    last = line.fields();
    Instant start = line.millisOrMicros(0, "open_time");
    Instant end = line.millisOrMicros(6, "close_time");
    if (!end.isAfter(start)) {
      throw line.wrong("close_time is not after open_time");
    }
    if (!prices.isEmpty() && !start.isAfter(prices.getLast().time())) {
      throw line.wrong("open_time is not after the candle above");
    }
    List<BigDecimal> path = path(line);
    Duration step = Duration.between(start, end).dividedBy(path.size());
    for (int i = 0; i < path.size(); i++) {
      prices.add(new RecordedPrice(start.plus(step.multipliedBy(i)), path.get(i)));
    }
  }

  /** The way the price went within the candle, by its direction. */
  private static List<BigDecimal> path(CsvLine line) {
    BigDecimal open = line.price(1, "price").stripTrailingZeros();
    BigDecimal high = line.price(2, "price").stripTrailingZeros();
    BigDecimal low = line.price(3, "price").stripTrailingZeros();
    BigDecimal close = line.price(4, "price").stripTrailingZeros();
    if (high.compareTo(open.max(close)) < 0 || low.compareTo(open.min(close)) > 0) {
      throw line.wrong("open or close is not between low and high");
    }
    return close.compareTo(open) >= 0
        ? List.of(open, low, high, close)
        : List.of(open, high, low, close);
  }
}
