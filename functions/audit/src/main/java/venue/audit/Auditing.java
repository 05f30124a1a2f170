package venue.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import venue.domain.audit.AccountAudit;
import venue.domain.audit.Audit;
import venue.domain.audit.Finding;
import venue.domain.audit.HouseAudit;
import venue.domain.audit.Report;
import venue.domain.audit.Valuation;
import venue.domain.futures.Position;
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
  private static final int PART_TO_REST = 10;
  private static final int LOOKS = 3;
  private static final long PAUSE_NANOS = 200_000_000;
  private static final int PAGE = 2_000;
  private final AuditStore store;
  private final AuditReading books;
  private final MarketStore markets;
  private final InstantSource venueTime;
  private final RandomGenerator random;

  Auditing(Environment environment) {
    this(environment, PAGE);
  }

  Auditing(Environment environment, int pageSize) {
    store = new AuditStore(environment.dynamoDb(), environment::variable, environment.random());
    books = new AuditReading(environment.dynamoDb(), environment::variable, pageSize);
    markets = new MarketStore(environment.dynamoDb(), environment::variable);
    venueTime = environment.venueTime();
    random = environment.random();
  }

  Result run(Call call, IntSupplier remainingMillis) {
    int enough = remainingMillis.getAsInt() / PART_TO_REST;
    Progress before = call.anew() ? store.progress().anew() : store.progress();
    Instant now = venueTime.instant();
    if (before.audit().isEmpty() && call.bySchedule() && isRecent(before, now)) {
      return new Result.NotDue();
    }
    Audit audit = before.audit().orElseGet(() -> begin(now));
    Optional<String> from = before.from();
    while (true) {
      AuditReading.Page page = books.accounts(from);
      page.orphans()
          .forEach(number -> audit.unreadable(number, "it has items, but is not there itself"));
      for (long number : page.accounts()) {
        look(audit, number);
        if (remainingMillis.getAsInt() <= enough) {
          return rest(before, audit, Optional.of(AuditReading.after(number)));
        }
      }
      from = page.next();
      if (from.isEmpty()) {
        return end(before, audit);
      }
      if (remainingMillis.getAsInt() <= enough) {
        return rest(before, audit, from);
      }
    }
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
    // What a shard shows already, its account may show a moment later.
    LockSupport.parkNanos(random.nextLong(PAUSE_NANOS));
    names.forEach(name -> books.houseEntries(name, audit::house));
    return audit;
  }

  private void look(Audit audit, long number) {
    try {
      Looked looked = look(audit, number, 1);
      audit.take(looked.account(), looked.positions(), looked.findings());
    } catch (IllegalStateException
        | NullPointerException
        | NumberFormatException
        | NoSuchElementException damaged) {
      audit.unreadable(number, "it cannot be read: " + damaged.getMessage());
    }
  }

  private record Looked(AccountAudit account, List<Position> positions, List<Finding> findings) {}

  private Looked look(Audit audit, long number, int times) {
    AccountState state = books.account(number);
    AccountAudit account = new AccountAudit(state.account());
    books.entries(number, account::add);
    List<Finding> findings =
        new ArrayList<>(
            audit.findings(account, state.positions(), state.resting(), state.holdings()));
    account.later(() -> books.sequence(number)).ifPresent(findings::add);
    if (findings.isEmpty() || times == LOOKS) {
      return new Looked(account, state.positions(), findings);
    }
    LockSupport.parkNanos(random.nextLong(PAUSE_NANOS));
    return look(audit, number, times + 1);
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
