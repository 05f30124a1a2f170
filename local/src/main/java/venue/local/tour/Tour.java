package venue.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import venue.local.Preparation;
import venue.local.Speed;
import venue.local.Trader;
import venue.local.Venue;
import venue.local.VenueOptions;
import venue.local.prices.Recording;
import venue.local.time.Steps;
import venue.store.Schema;

/** Trades both products through the deepest fall of a recording and says what became of them. */
public final class Tour {
  private static final Duration TICK = Duration.ofMinutes(1);
  private static final String PAID = "1000";
  private static final BigDecimal STOP = new BigDecimal("0.06");

  private final VenueOptions options;
  private final Fall fall;
  private final PrintStream out;

  /** A tour through the recording that falls deepest, at a venue of its own. */
  public Tour(VenueOptions options, PrintStream out) {
    this.options = options;
    this.fall =
        options.recordings().stream()
            .map(Fall::deepestOf)
            .min(Comparator.comparing(Fall::left))
            .orElseThrow();
    this.out = out;
  }

  /** Runs it; whether everything is as the rules say. */
  public boolean run() throws IOException, InterruptedException {
    Recording excerpt = fall.excerpt();
    VenueOptions standing =
        options
            .replaying(List.of(excerpt))
            .atSpeed(Speed.max())
            .with("TickSeconds", Long.toString(TICK.toSeconds()))
            .requiring(Schema.requiredIndexes())
            .loggingTo(new Silence());
    Instant begun = Instant.now();
    try (Venue venue = new Venue(standing);
        HttpClient http = HttpClient.newHttpClient()) {
      new Preparation(venue).prepare();
      Table table = new Table(trade(venue, http, excerpt));
      boolean agrees = told(table, audit(venue));
      out.printf("%d s%n", Duration.between(begun, Instant.now()).toSeconds());
      out.flush();
      return agrees;
    }
  }

  private List<Row> trade(Venue venue, HttpClient http, Recording excerpt)
      throws IOException, InterruptedException {
    Steps steps = venue.beginStanding();
    Progress progress = new Progress(fall, out);
    List<Entrant> entrants = entrants(venue, http);
    Instant begin = excerpt.first().time();
    Instant end = excerpt.last().time();
    boolean open = false;
    for (Instant time = begin; !time.isAfter(end); time = time.plus(TICK)) {
      steps.to(venue.start().plus(Duration.between(begin, time)));
      if (!open && !time.isBefore(fall.open())) {
        open(entrants);
        open = true;
      } else if (open) {
        for (Entrant entrant : entrants) {
          entrant.look(time);
        }
      }
      progress.at(time, excerpt.at(time).price());
    }
    List<Row> rows = new ArrayList<>();
    for (Entrant entrant : entrants) {
      rows.add(entrant.close());
    }
    return rows;
  }

  private static void open(List<Entrant> entrants) throws IOException, InterruptedException {
    for (Entrant entrant : entrants) {
      entrant.open();
    }
  }

  private List<Entrant> entrants(Venue venue, HttpClient http) throws IOException {
    String name = fall.recording().market();
    List<Trader> traders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      traders.add(Trader.withAccount(http, venue, PAID));
    }
    Market market = new Market(name, traders.getFirst());
    return List.of(
        new FuturesEntrant(traders.get(0), market, 20, Optional.empty()),
        new FuturesEntrant(traders.get(1), market, 3, Optional.of(STOP)),
        new UnitsEntrant(traders.get(2), market, "LONG"),
        new UnitsEntrant(traders.get(3), market, "SHORT"));
  }

  private static JsonNode audit(Venue venue) throws IOException {
    return new ObjectMapper().readTree(venue.invoke("BookAudit", "{}"));
  }

  private boolean told(Table table, JsonNode audit) {
    out.println();
    table.lines().forEach(out::println);
    out.println();
    table.charts().forEach(out::println);
    out.println();
    table.stories().forEach(out::println);
    out.println();
    boolean holds = audit.path("state").asText().equals("holds");
    out.printf(
        "audit: %s accounts, %s entries, %s%n",
        audit.path("accounts").asText(),
        audit.path("entries").asText(),
        holds ? "both identities hold" : "differs: " + audit.path("first"));
    List<String> disagreements = table.disagreements();
    disagreements.forEach(what -> out.println("disagrees: " + what));
    out.flush();
    return holds && disagreements.isEmpty();
  }
}
