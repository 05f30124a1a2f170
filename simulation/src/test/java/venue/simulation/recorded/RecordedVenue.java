package venue.simulation.recorded;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import venue.domain.Samples;
import venue.function.Environment;
import venue.simulation.fault.Coverage;
import venue.simulation.fault.FaultyQueues;
import venue.simulation.fault.Invocations;
import venue.simulation.fault.QueuedMessage;
import venue.simulation.fault.Writes;
import venue.simulation.request.Answer;
import venue.simulation.request.Credentials;
import venue.simulation.request.HttpCall;
import venue.simulation.request.Request;
import venue.simulation.request.TemplatePaths;
import venue.simulation.storm.Function;
import venue.simulation.storm.Handlers;
import venue.simulation.storm.PriceBoard;
import venue.simulation.storm.Stores;
import venue.simulation.storm.Unhurried;
import venue.store.TestTables;

/** The venue's functions on a store and queues that do not fail, each called when it is due. */
final class RecordedVenue implements AutoCloseable {
  static final int SHARDS = 4;
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final TemplatePaths template = TemplatePaths.read();
  private final PriceBoard prices = new PriceBoard();
  private final List<Writes> writes = new ArrayList<>();
  private final Map<Long, Credentials> credentials = new ConcurrentHashMap<>();
  private final FaultyQueues queues;
  private final Handlers handlers;
  final Stores stores;
  final DynamoDbClient store;
  private Instant now = Samples.START;

  RecordedVenue(Duration step, long seed) {
    DynamoDbClient real = database.dynamoDbClient();
    TestTables.create(real);
    store = WatchedStore.around(real, done -> writes.forEach(each -> each.done(done)));
    stores = new Stores(real, SHARDS);
    Random random = new Random(seed);
    queues =
        new FaultyQueues(new Invocations(new Coverage()), random, () -> now.toEpochMilli(), 0, 0);
    handlers =
        Handlers.of(
            new Environment(
                Handlers.variables(template, SHARDS, (int) step.toSeconds(), prices),
                store,
                () -> now,
                () -> now,
                new Unhurried(random)),
            queues);
  }

  void watch(Writes watcher) {
    writes.add(watcher);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void admit(long account, Credentials key) {
    credentials.put(account, key);
  }

  /** What the operator is answered. */
  String operate(HttpCall call) {
    return handlers.call(Function.ADMINISTRATION, call.event(template, Optional.empty(), now));
  }

  Answer ask(Request request) {
    if (!request.isSigned()) {
      return Answer.read(operate(request.call()));
    }
    Credentials key = Objects.requireNonNull(credentials.get(request.account()));
    String event = request.call().event(template, Optional.of(key), now);
    return Answer.read(handlers.call(Function.ORDERS, event));
  }

  /** A tick at a price, and all that follows from it. */
  void tick(String market, BigDecimal price, boolean isMinute) {
    prices.put(market, price, now);
    if (isMinute) {
      schedule(Function.TICKS);
    } else {
      deliver(Function.TICKS);
    }
    Function.AFTER_TICKS.forEach(this::deliver);
    if (isMinute) {
      Function.AFTER_TICKS.forEach(this::schedule);
    }
  }

  /** Whether a tick has been sent for that is due by now. */
  boolean isTickDue() {
    return !queues.due(Function.TICKS.queue()).isEmpty();
  }

  private void schedule(Function function) {
    var _ = handlers.call(function, Handlers.schedule());
  }

  private void deliver(Function function) {
    List<QueuedMessage> due = List.copyOf(queues.due(function.queue()));
    while (!due.isEmpty()) {
      List<String> failed = Handlers.failures(handlers.call(function, Handlers.delivery(due)));
      if (!failed.isEmpty()) {
        throw new AssertionError(function + " left " + failed + " of " + due + " at " + now);
      }
      queues.delivered(due, failed);
      due = List.copyOf(queues.due(function.queue()));
    }
  }

  @Override
  public void close() {
    prices.close();
    database.shutdownNow();
  }
}
