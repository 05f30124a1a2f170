package venue.local.prices;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The trades of Bitstamp's BTC/USD from 25 November to 1 December 2013, as BTC_USDT. */
public final class DefaultRecording {
  private static final String FILE = "bitstamp_trades_from_20131125_usd.csv";

  private DefaultRecording() {}

  public static Recording read() {
    List<RecordedPrice> prices = new ArrayList<>();
    CsvFile.read(FILE, DefaultRecording::open, line -> add(line, prices));
    return new Recording("BTC_USDT", prices);
  }

  private static InputStream open() throws FileNotFoundException {
    InputStream trades = DefaultRecording.class.getClassLoader().getResourceAsStream(FILE);
    if (trades == null) {
      throw new FileNotFoundException("it is not on the class path");
    }
    return trades;
  }

  private static void add(CsvLine line, List<RecordedPrice> prices) {
    line.needsColumns(2, "timestamp, price");
    Instant time = line.seconds(0, "timestamp");
    RecordedPrice price = new RecordedPrice(time, line.price(1, "price").stripTrailingZeros());
    // Of the trades within one second the last one counts.
    if (!prices.isEmpty() && prices.getLast().time().equals(time)) {
      prices.removeLast();
    }
    if (!prices.isEmpty() && prices.getLast().time().isAfter(time)) {
      throw line.wrong("timestamp is before that of the line above");
    }
    prices.add(price);
  }
}
