package venue.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.audit.Audit;
import venue.domain.audit.HouseAudit;
import venue.domain.audit.Valuation;
import venue.domain.house.HouseShard;

/** How far the audit is, so that it goes on where it rested. */
public final class AuditStore {
  private static final int RUNS_TO_A_PART = 300;
  private final DynamoStore store;
  private final MarketStore markets;
  private final RandomGenerator random;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   * @param random names each rest, so that two audits at once do not mix
   */
  public AuditStore(DynamoDbClient client, UnaryOperator<String> variable, RandomGenerator random) {
    this.random = random;
    store = new DynamoStore(client, variable);
    markets = new MarketStore(client, variable);
  }

  /**
   * How far the audit is.
   *
   * @param state one more each time it rests or ends
   * @param audit what goes on; none if the last one has ended
   * @param from where its next accounts begin
   * @param ended when the last one that ended had begun; none if there was none
   * @param rest the name of the rest it goes on from
   */
  public record Progress(
      long state,
      Optional<Audit> audit,
      Optional<String> from,
      Optional<Instant> ended,
      Optional<String> rest) {
    static final Progress NONE =
        new Progress(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same without the audit that goes on: the next begins anew. */
    public Progress anew() {
      return new Progress(state, Optional.empty(), Optional.empty(), ended, rest);
    }
  }

  /** Where the audit rested, or that none goes on. */
  public Progress progress() {
    Key key = Key.audit();
    return store.read(List.of(key)).get(key).map(this::read).orElse(Progress.NONE);
  }

  private Progress read(Item item) {
    long state = item.whole("state");
    Optional<Instant> ended =
        item.has("ended") ? Optional.of(item.time("ended")) : Optional.empty();
    if (!item.has("report")) {
      return new Progress(state, Optional.empty(), Optional.empty(), ended, Optional.empty());
    }
    List<Valuation> valuations = item.maps("markets").stream().map(this::readValuation).toList();
    HouseAudit house =
        AuditItems.readHouse(
            store.query(Table.HOUSE, Key.AUDIT, Key.auditParts(item.text("rest"))));
    AuditItems.readLater(item.map("later"), house);
    Item highest = item.map("highest");
    highest.attributes().keySet().forEach(book -> house.resumeHighest(book, highest.whole(book)));
    Audit audit =
        new Audit(valuations, house, this::latest, AuditItems.readReport(item.map("report")));
    return new Progress(
        state, Optional.of(audit), item.optionalText("from"), ended, item.optionalText("rest"));
  }

  /** An audit that begins with these markets and shards. */
  public Audit begin(List<Valuation> valuations, HouseAudit house, Instant now) {
    return Audit.begin(valuations, house, this::latest, now);
  }

  /** A market at its latest tick. */
  private Valuation latest(String name) {
    MarketPage page = markets.page(name).orElseThrow();
    return new Valuation(page.market(), page.tick(), page.funds());
  }

  private Valuation readValuation(Item item) {
    String name = item.text("name");
    return new Valuation(
        markets.page(name).orElseThrow().market(),
        item.whole("tick") == 0 ? Optional.empty() : markets.tick(name, item.whole("tick")),
        item.maps("funds").stream().map(FundItems::read).toList());
  }

  /**
   * Lets an audit rest.
   *
   * @param before as it was read
   * @param from where its next accounts begin
   * @return false if another has gone on with it meanwhile
   */
  public boolean rest(Progress before, Audit audit, Optional<String> from) {
    String rest = Long.toHexString(random.nextLong());
    int number = 0;
    for (HouseShard shard : audit.house().cut()) {
      for (Item part : AuditItems.writeParts(audit.house(), shard, RUNS_TO_A_PART)) {
        store.write(Write.replacing(Table.HOUSE, part.under(Key.auditPart(rest, number++))));
      }
    }
    Item highest = Item.empty();
    audit.house().highest().forEach(highest::with);
    Item item =
        progress(before.state() + 1)
            .with("rest", rest)
            .with("highest", highest)
            .with("report", AuditItems.write(audit.soFar()))
            .with("later", AuditItems.writeLater(audit.house()))
            .with("markets", audit.markets().stream().map(AuditItems::write).toList())
            .with("from", from);
    before.ended().ifPresent(time -> item.with("ended", time));
    boolean done = stored(item, before);
    if (!done) {
      forget(rest);
    }
    return done;
  }

  /**
   * Ends an audit.
   *
   * @return false if another has gone on with it meanwhile
   */
  public boolean end(Progress before, Instant begun) {
    return stored(progress(before.state() + 1).with("ended", begun), before);
  }

  private static Item progress(long state) {
    return Item.at(Key.audit()).with("state", state);
  }

  private boolean stored(Item item, Progress before) {
    boolean first =
        before.state() == 0
            ? store.write(Write.creating(Table.HOUSE, item))
            : store.write(Write.following(Table.HOUSE, item, "state", before.state()));
    if (first) {
      before.rest().ifPresent(this::forget);
    }
    return first;
  }

  private void forget(String rest) {
    List<Write> gone = new ArrayList<>();
    for (Item part : store.query(Table.HOUSE, Key.AUDIT, Key.auditParts(rest))) {
      gone.add(Write.deleting(new Key(Table.HOUSE, Key.AUDIT, part.text(Key.SK))));
    }
    for (Write write : gone) {
      store.write(List.of(write));
    }
  }
}
