package venue.local.tour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import venue.local.VenueOptions;
import venue.local.prices.DefaultRecording;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;
import venue.openapi.Conformance;

class TourTest {
  private static final Path TEMPLATE = Path.of(System.getProperty("venue.root"), "template.yaml");
  private static final Pattern LIQUIDATED =
      Pattern.compile(
          "20x long +1000\\.00 +(?<end>\\S+) +\\S+ % +(?<day>\\S+) (?<time>\\S+) at (?<price>\\S+)"
              + " \\((?<formula>\\S+)\\) .*");

  @RegisterExtension final Conformance conformance = new Conformance();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private boolean run(List<Recording> recordings) throws Exception {
    VenueOptions options =
        VenueOptions.of(TEMPLATE, recordings).wrappingFunctions(conformance::checked);
    return new Tour(options, new PrintStream(bytes, true, UTF_8)).run();
  }

  private List<String> lines() {
    return bytes.toString(UTF_8).lines().toList();
  }

  private String row(String name) {
    return lines().stream()
        .filter(line -> line.matches(Pattern.quote(name) + " +\\d+\\.\\d\\d .*"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + name + " in " + lines()));
  }

  @Test
  void showsWhatTheFallOfTheFirstOfDecemberDidToBothProducts() throws Exception {
    Recording recording = DefaultRecording.read();
    assertThat(run(List.of(recording))).as(bytes.toString(UTF_8)).isTrue();

    Matcher liquidated = LIQUIDATED.matcher(row("20x long"));
    assertThat(liquidated.matches()).as(row("20x long")).isTrue();
    BigDecimal price = new BigDecimal(liquidated.group("price"));
    BigDecimal formula = new BigDecimal(liquidated.group("formula"));
    Instant time =
        Instant.parse("2013-" + liquidated.group("day") + "T" + liquidated.group("time") + ":59Z");
    assertThat(price).as("the tick's price").isLessThanOrEqualTo(formula);
    assertThat(recording.at(time.minusSeconds(120)).price())
        .as("the price before that tick")
        .isGreaterThan(formula);
    BigDecimal end = new BigDecimal(liquidated.group("end"));
    assertThat(end).as("what was left is returned").isPositive().isLessThan(new BigDecimal("200"));

    assertThat(row("3x long, stop-loss")).contains(" % ").contains(" no ");
    assertThat(row("Smart Leverage long")).contains(" no ");
    assertThat(row("Smart Leverage short")).contains(" no ");
    assertThat(lines())
        .anyMatch(line -> line.matches("audit: 5 accounts, \\d+ entries, both identities hold"))
        .noneMatch(line -> line.startsWith("disagrees"));

    List<String> readme = Files.readAllLines(TEMPLATE.resolveSibling("README.md"));
    assertThat(readme)
        .as("the README shows what the tour prints")
        .containsAll(result().stream().map(line -> "    " + line).toList());
    String choosing = Files.readString(TEMPLATE.resolveSibling("docs").resolve("choosing.md"));
    for (String name :
        List.of("20x long", "3x long, stop-loss", "Smart Leverage long", "Smart Leverage short")) {
      String left = row(name).replace(name, "").trim().split(" +", -1)[1];
      assertThat(choosing.replace(",", "")).contains("| " + left + " |");
    }
  }

  /** From the table on; what comes before tells how far it is. */
  private List<String> result() {
    return lines().stream()
        .dropWhile(line -> !line.isEmpty())
        .filter(line -> !line.isEmpty() && !line.matches("\\d+ s"))
        .toList();
  }

  @Test
  void showsAMarketThatHardlyFallsToo() throws Exception {
    Instant start = Instant.parse("2026-01-05T00:00:00Z");
    Recording calm =
        new Recording(
            "ETH_USDT",
            List.of(
                new RecordedPrice(start, new BigDecimal("2000")),
                new RecordedPrice(start.plusSeconds(1_800), new BigDecimal("1990"))));
    assertThat(run(List.of(calm))).as(bytes.toString(UTF_8)).isTrue();
    assertThat(row("20x long")).contains(" no ");
    assertThat(lines()).anyMatch(line -> line.contains("It was held to the end"));
  }
}
