package venue.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import venue.domain.audit.Audit;
import venue.domain.audit.HouseAudit;
import venue.domain.audit.Report;
import venue.domain.audit.Valuation;
import venue.domain.house.HouseShard;
import venue.function.Environment;
import venue.store.AccountState;
import venue.store.AuditReading;
import venue.store.AuditStore;
import venue.store.AuditStore.Progress;
import venue.store.MarketPage;
import venue.store.MarketStore;

/** Goes through the books as far as the time reaches: the house's, then account by account. */
final class Auditing {
  private static final Duration PERIOD = Duration.ofDays(1);
  private static final int MILLIS_TO_REST = 10_000;
  private static final int PAGE = 2_000;
  private final AuditStore store;
  private final AuditReading books;
  private final MarketStore markets;
  private final InstantSource venueTime;

  Auditing(Environment environment) {
    this(environment, PAGE);
  }

  Auditing(Environment environment, int pageSize) {
    store = new AuditStore(environment.dynamoDb(), environment::variable);
    books = new AuditReading(environment.dynamoDb(), environment::variable, pageSize);
    markets = new MarketStore(environment.dynamoDb(), environment::variable);
    venueTime = environment.venueTime();
  }

  Result run(Call call, IntSupplier remainingMillis) {
    Progress before = store.progress();
    Instant now = venueTime.instant();
    if (before.audit().isEmpty() && call.bySchedule() && isRecent(before, now)) {
      return new Result.NotDue();
    }
    Audit audit = before.audit().orElseGet(() -> begin(now));
    Optional<String> from = before.from();
    do {
      AuditReading.Page page = books.accounts(from);
      page.accounts().forEach(number -> look(audit, number));
      from = page.next();
    } while (from.isPresent() && remainingMillis.getAsInt() > MILLIS_TO_REST);
    return from.isPresent() ? rest(before, audit, from) : end(before, audit);
  }

  private static boolean isRecent(Progress before, Instant now) {
    return before.ended().filter(began -> began.plus(PERIOD).isAfter(now)).isPresent();
  }

  // First the markets, then the shards, then entries: what an account shows later is never older.
  private Audit begin(Instant now) {
    List<String> names = markets.names();
    List<Valuation> valuations =
        markets.pages(names).stream()
            .map((MarketPage page) -> new Valuation(page.market(), page.tick(), page.funds()))
            .toList();
    List<HouseShard> shards = new ArrayList<>();
    names.forEach(name -> shards.addAll(books.shards(name)));
    Audit audit = store.begin(valuations, new HouseAudit(shards), now);
    names.forEach(name -> books.houseEntries(name, audit::house));
    return audit;
  }

  private void look(Audit audit, long number) {
    AccountState state = books.account(number);
    audit.account(
        state.account(),
        state.positions(),
        state.holdings(),
        reader -> books.entries(number, reader),
        () -> books.sequence(number));
  }

  private Result rest(Progress before, Audit audit, Optional<String> from) {
    return store.rest(before, audit, from)
        ? new Result.Resting(audit.soFar())
        : new Result.Overtaken();
  }

  private Result end(Progress before, Audit audit) {
    Map<String, Long> now = new HashMap<>();
    audit
        .markets()
        .forEach(
            at ->
                books
                    .shards(at.market().name())
                    .forEach(shard -> now.put(shard.book(), shard.sequence())));
    Report report = audit.finish(book -> now.getOrDefault(book, 0L));
    return store.end(before, report.begun()) ? new Result.Finished(report) : new Result.Overtaken();
  }
}
