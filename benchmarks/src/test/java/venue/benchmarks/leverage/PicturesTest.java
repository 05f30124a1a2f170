package venue.benchmarks.leverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import venue.benchmarks.leverage.FundRun.Point;
import venue.domain.Side;

/** Draws the pictures of docs/smart-leverage.md from recorded prices. */
@EnabledIfSystemProperty(
    named = "venue.pictures",
    matches = "docs",
    disabledReason = "draws the documentation's pictures: -Dvenue.pictures=docs")
class PicturesTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("venue.root", "."), "docs", "pictures");

  private static final Comparison BITCOIN = Recorded.BTC_2019.along(Side.LONG);

  private static List<FundRun> runs() {
    List<Rule> rules = Stream.concat(Stream.of(Rule.USUAL), Rule.peers().stream()).toList();
    return BITCOIN.runs(rules);
  }

  private static List<Point> spot() {
    List<Candles.Candle> all = BITCOIN.candles().all();
    double first = all.getFirst().open().doubleValue();
    return all.stream()
        .filter(candle -> candle.time().truncatedTo(ChronoUnit.DAYS).equals(candle.time()))
        .map(candle -> new Point(candle.time(), candle.open().doubleValue() / first, 1))
        .toList();
  }

  private static XYChart chart(String title, String named) {
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(420)
            .theme(ChartTheme.Matlab)
            .title(title)
            .yAxisTitle(named)
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setDatePattern("MMM yyyy");
    return chart;
  }

  private static void draw(XYChart chart, String name, List<Point> points, boolean leverage) {
    List<Date> days = points.stream().map(point -> Date.from(point.day())).toList();
    List<Double> values =
        points.stream().map(point -> leverage ? point.leverage() : point.value()).toList();
    chart.addSeries(name, days, values).setMarker(SeriesMarkers.NONE);
  }

  private static void write(XYChart chart, String name) throws IOException {
    Path file = PICTURES.resolve(name);
    Files.createDirectories(PICTURES);
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void drawsWhatEachRuleMadeOfBitcoin() throws IOException {
    XYChart chart = chart("1 USDT in bitcoin, long, since January 2019 (log scale)", "value");
    chart.getStyler().setYAxisLogarithmic(true);
    draw(chart, "spot", spot(), false);
    runs().forEach(run -> draw(chart, run.name(), alive(run.track()), false));
    write(chart, "btc-rules.png");
  }

  private static List<Point> alive(List<Point> track) {
    return track.stream().filter(point -> point.value() > 0).toList();
  }

  @Test
  void drawsLeverageThroughACrash() throws IOException {
    XYChart chart = chart("Leverage of the default rule, BTC long, around 12 March 2020", "");
    chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
    List<Point> around = new ArrayList<>();
    Instant from = Instant.parse("2019-12-01T00:00:00Z");
    Instant to = Instant.parse("2020-08-01T00:00:00Z");
    for (Point point : runs().getFirst().track()) {
      if (!point.day().isBefore(from) && point.day().isBefore(to)) {
        around.add(point);
      }
    }
    draw(chart, "leverage", around, true);
    double first = around.getFirst().value();
    draw(
        chart,
        "value ÷ value in December 2019",
        around.stream()
            .map(point -> new Point(point.day(), point.value() / first, point.leverage()))
            .toList(),
        false);
    write(chart, "btc-march-2020.png");
  }
}
