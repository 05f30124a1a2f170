package venue.local.prices;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import venue.local.StartRefused;

/** Reads a file of aggregated trades in the columns of Binance's archive, a price a second. */
final class AggTradesFile {
  private static final String COLUMNS =
      "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time";

  private final List<RecordedPrice> prices = new ArrayList<>();
  private Instant last = Instant.MIN;

  private AggTradesFile() {}

  static Recording read(Path file) {
    String name = requireNonNull(file.getFileName()).toString();
    AggTradesFile trades = new AggTradesFile();
    CsvFile.read(name, () -> Files.newInputStream(file), trades::add);
    if (trades.prices.isEmpty()) {
      throw new StartRefused(name + " line 1: there is no price in this file");
    }
    return new Recording(MarketName.of(name), trades.prices);
  }

  // Of the trades within one second the last one counts.
  private void add(CsvLine line) {
    line.needsColumns(6, COLUMNS);
    Instant time = line.millisOrMicros(5, "transact_time");
    if (time.isBefore(last)) {
      throw line.wrong("transact_time is before that of the line above");
    }
    last = time;
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    if (!prices.isEmpty() && prices.getLast().time().equals(second)) {
      prices.removeLast();
    }
    prices.add(new RecordedPrice(second, line.price(1, "price").stripTrailingZeros()));
  }
}
