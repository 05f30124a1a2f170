package venue.local.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.local.StartRefused;

class RecordingsTest {
  private static final String HEADER = "open_time,open,high,low,close,volume,close_time\n";
  private static final String UP = "1700000000000,10,14,8,12,1,1700000003999\n";
  private static final String DOWN = "1700000004000,12,13,7,9,1,1700000007999\n";

  @TempDir Path directory;

  private Recording read(String name, String content) throws IOException {
    return Recordings.read(List.of(Files.writeString(directory.resolve(name), content))).getFirst();
  }

  private static List<String> prices(Recording recording) {
    return recording.prices().stream().map(price -> price.price().toPlainString()).toList();
  }

  @Test
  void replaysTheTradesThatComeWithTheVenueByDefault() {
    Recording recording = Recordings.read(List.of()).getFirst();

    assertThat(recording.market()).isEqualTo("BTC_USDT");
    assertThat(recording.first().time()).isEqualTo(Instant.parse("2013-11-25T00:00:00Z"));
    assertThat(recording.first().price()).isEqualByComparingTo("800.01");
    assertThat(recording.last().price()).isEqualByComparingTo("999");
    assertThat(recording.prices()).extracting(RecordedPrice::price).allMatch(p -> p.signum() > 0);
    assertThat(recording.prices()).extracting(RecordedPrice::time).isSorted();
  }

  @Test
  void walksACandleByItsDirection() throws IOException {
    assertThat(prices(read("BTCUSDT.csv", UP + DOWN)))
        .containsExactly("10", "8", "14", "12", "12", "13", "7", "9");
  }

  @Test
  void spreadsACandleOverItsInterval() throws IOException {
    assertThat(read("BTCUSDT.csv", HEADER + UP).prices())
        .extracting(RecordedPrice::time)
        .first()
        .isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
    assertThat(read("BTCUSDT.csv", HEADER + UP).prices())
        .extracting(RecordedPrice::time)
        .allMatch(time -> time.isBefore(Instant.ofEpochMilli(1_700_000_004_000L)))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void readsMicrosecondsAsItReadsMilliseconds() throws IOException {
    String micros = UP.replace("00,10", "00000,10").replace("3999", "3999000");

    assertThat(read("BTCUSDT.csv", micros)).isEqualTo(read("BTCUSDT.csv", UP));
  }

  @Test
  void readsCompressedFiles() throws IOException {
    Path file = directory.resolve("ETHUSDC-1m.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((HEADER + UP).getBytes(StandardCharsets.UTF_8));
    }

    Recording recording = Recordings.read(List.of(file)).getFirst();

    assertThat(recording.market()).isEqualTo("ETH_USDC");
    assertThat(prices(recording)).containsExactly("10", "8", "14", "12");
  }

  private Path zipped(String archive, String entry, String content) throws IOException {
    Path file = directory.resolve(archive);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void readsArchivesOfCandlesAsDownloaded() throws IOException {
    Path file = zipped("BTCUSDT-1m-2025-02.zip", "BTCUSDT-1m-2025-02.csv", UP + DOWN);
    Recording recording = Recordings.read(List.of(file)).getFirst();
    assertThat(recording.market()).isEqualTo("BTC_USDT");
    assertThat(prices(recording)).containsExactly("10", "8", "14", "12", "12", "13", "7", "9");
  }

  @Test
  void refusesAnArchiveOfSomethingElse() throws IOException {
    Path file = zipped("BTCUSDT-1m-2025-02.zip", "readme.txt", "no prices");
    assertThatThrownBy(() -> Recordings.read(List.of(file)))
        .hasMessage("BTCUSDT-1m-2025-02.zip: the archive does not begin with a CSV file");
  }

  @Test
  void readsArchivesOfTradesAPriceASecond() throws IOException {
    String trades =
        """
        agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker
        1,100.10,1,1,1,1700000000100,true
        2,100.20,1,2,2,1700000000900,false
        3,100.30,1,3,3,1700000002500,false
        3,100.30,1,3,3,1700000002500,false
        """;
    Path file = zipped("ETHUSDT-aggTrades-2023-11-14.zip", "trades.csv", trades);
    assertThat(Recordings.read(List.of(file)).getFirst())
        .isEqualTo(
            new Recording(
                "ETH_USDT",
                List.of(
                    new RecordedPrice(
                        Instant.ofEpochSecond(1_700_000_000L), new BigDecimal("100.2")),
                    new RecordedPrice(
                        Instant.ofEpochSecond(1_700_000_002L), new BigDecimal("100.3")))));
  }

  @Test
  void refusesTradesOutOfOrderAndTradesOfTooFewColumns() {
    String first = "1,100.10,1,1,1,1700000000100,true,true\n";
    assertThatThrownBy(
            () -> read("BTCUSDT-aggTrades-x.csv", first + "2,1,1,2,2,1700000000000,true,true\n"))
        .hasMessage(
            "BTCUSDT-aggTrades-x.csv line 2: transact_time is before that of the line above");
    assertThatThrownBy(() -> read("BTCUSDT-aggTrades-x.csv", first + "2,1,1\n"))
        .hasMessageStartingWith(
            "BTCUSDT-aggTrades-x.csv line 2: 3 columns; needed are agg_trade_id");
  }

  @Test
  void takesALineThatStandsTwiceOnceAndGapsAsNoChange() throws IOException {
    String later = DOWN.replace("1700000004", "1700000064").replace("1700000007", "1700000067");
    Recording recording = read("BTCUSDT.csv", UP + UP + later);
    assertThat(prices(recording)).containsExactly("10", "8", "14", "12", "12", "13", "7", "9");
    assertThat(recording.at(Instant.ofEpochSecond(1_700_000_030L)).price())
        .isEqualByComparingTo("12");
  }

  @Test
  void joinsFilesOfOneMarketInTheOrderOfTime() throws IOException {
    Path later = Files.writeString(directory.resolve("BTCUSDT-2.csv"), DOWN);
    Path earlier = Files.writeString(directory.resolve("BTCUSDT-1.csv"), UP);
    Path other = Files.writeString(directory.resolve("ETHUSDT-1.csv"), UP);

    List<Recording> recordings = Recordings.read(List.of(later, other, earlier));

    assertThat(recordings).extracting(Recording::market).containsExactly("BTC_USDT", "ETH_USDT");
    assertThat(prices(recordings.getFirst()))
        .containsExactly("10", "8", "14", "12", "12", "13", "7", "9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1700000004000,12,abc,7,9,1,1700000007999 | price "abc" is not a number above zero
          1700000004000,12,13,0,9,1,1700000007999  | price "0" is not a number above zero
          1700000004000,12,13,-7,9,1,1700000007999 | price "-7" is not a number above zero
          1700000004000,12,1e99,7,9,1,1700000007999 | price 1e99 is not a price anyone would pay
          1700000004000,12,13,10,9,1,1700000007999 | open or close is not between low and high
          yesterday,12,13,7,9,1,1700000007999      | open_time "yesterday" is not a time
          1700000004,12,13,7,9,1,1700000007999     | open_time 1700000004 is neither milliseconds nor microseconds
          1700000000000,12,13,7,9,1,1700000007999  | open_time is not after the candle above
          1700000004000,12,13,7,9,1,1700000004000  | close_time is not after open_time
          1700000004000,12                         | 2 columns; needed are open_time,open,high,low,close,volume,close_time
          """)
  void refusesAMalformedLineWithFileAndLine(String line, String problem) {
    assertThatThrownBy(() -> read("AVAX.csv", HEADER + UP + line + "\n"))
        .isInstanceOf(StartRefused.class)
        .hasMessage("AVAX.csv line 3: %s", problem);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> Recordings.read(List.of(directory.resolve("BTCUSDT.csv"))))
        .isInstanceOf(StartRefused.class)
        .hasMessage("BTCUSDT.csv line 1: cannot be read (there is no such file)");
  }

  @Test
  void refusesAFileThatOnlySaysItIsCompressed() {
    assertThatThrownBy(() -> read("BTCUSDT.csv.gz", UP))
        .hasMessageStartingWith("BTCUSDT.csv.gz line 1: cannot be read");
  }

  @Test
  void refusesAFileWithoutPrices() {
    assertThatThrownBy(() -> read("BTCUSDT.csv", HEADER))
        .hasMessage("BTCUSDT.csv line 1: there is no price in this file");
  }

  @Test
  void refusesAFileWhoseNameTellsNoMarket() {
    assertThatThrownBy(() -> read("prices.csv", UP))
        .hasMessage("prices.csv: the file's name does not begin with a market such as BTCUSDT");
  }

  @ParameterizedTest
  @CsvSource({
    "AVAXUSDT-1m-2025-02.csv.gz, AVAX_USDT, 2025-02-01T00:00:00Z, 34.422",
    "BTCUSDT-1h-2022-2026.csv.gz, BTC_USDT, 2022-01-01T00:00:00Z, 46216.93"
  })
  void readsRealFilesWhereTheyAre(String name, String market, Instant first, String price) {
    Path file = Path.of(System.getProperty("venue.root")).resolve("../shared/data/" + name);
    assumeTrue(Files.exists(file), "real prices are not here: " + name);

    Recording recording = Recordings.read(List.of(file)).getFirst();

    assertThat(recording.market()).isEqualTo(market);
    assertThat(recording.first().time()).isEqualTo(first);
    assertThat(recording.first().price()).isEqualByComparingTo(price);
  }
}
