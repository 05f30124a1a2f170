package venue.simulation.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import venue.domain.Samples;
import venue.function.Environment;
import venue.simulation.fault.Coverage;
import venue.simulation.fault.FaultyQueues;
import venue.simulation.fault.FaultyStore;
import venue.simulation.fault.IndexShadow;
import venue.simulation.fault.Invocations;
import venue.simulation.fault.QueuedMessage;
import venue.simulation.fault.Stopped;
import venue.simulation.fault.Writes;
import venue.simulation.request.Answer;
import venue.simulation.request.Credentials;
import venue.simulation.request.Request;
import venue.simulation.request.TemplatePaths;
import venue.store.TestTables;
import venue.wire.json.JsonObject;

/** The venue's functions on a store and queues that fail; nothing in it moves by itself. */
final class SimulatedVenue implements AutoCloseable {
  private static final int LATE = 12;
  private static final double TWICE = 0.15;
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final TemplatePaths template = TemplatePaths.read();
  private final Handlers handlers;
  private final List<Writes> writes = new ArrayList<>();
  private final Random random;
  private final Map<Long, Credentials> credentials;
  final Invocations invocations;
  final IndexShadow indexes;
  final FaultyQueues queues;
  final PriceBoard prices = new PriceBoard();
  final Stores stores;
  private final Deque<Function> running = new ArrayDeque<>();
  private Instant now = Samples.START;

  SimulatedVenue(Setting setting, Coverage coverage) {
    random = new Random(setting.seed());
    DynamoDbClient real = database.dynamoDbClient();
    TestTables.create(real);
    invocations = new Invocations(coverage);
    indexes = new IndexShadow(real, () -> random.nextInt(LATE));
    queues = new FaultyQueues(invocations, random, () -> now.toEpochMilli(), LATE, TWICE);
    stores = new Stores(real, setting.shards());
    DynamoDbClient faulty =
        FaultyStore.around(
            real, invocations, indexes, done -> writes.forEach(each -> each.done(done)));
    handlers =
        Handlers.of(
            new Environment(
                Handlers.variables(template, setting.shards(), 25, prices),
                faulty,
                () -> now,
                () -> now,
                new Unhurried(random)),
            queues);
    credentials = new Opening(faulty, random).open(setting);
  }

  /** Tells of every write from now on. */
  void watch(Writes watcher) {
    writes.add(watcher);
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Sends a request; no answer if the function failed. */
  Optional<Answer> ask(Request request) {
    Optional<Credentials> signer =
        request.isSigned()
            ? Optional.of(Objects.requireNonNull(credentials.get(request.account())))
            : Optional.empty();
    return run(
            request.isSigned() ? Function.ORDERS : Function.ADMINISTRATION,
            request.call().event(template, signer, now))
        .map(Answer::read);
  }

  /** Has the books audited; no answer if the function failed. */
  Optional<String> audit() {
    return run(Function.AUDIT, "{}");
  }

  /** Calls a function by its schedule. */
  void schedule(Function function) {
    var _ = run(function, Handlers.schedule());
  }

  /** Calls a function with messages that a test makes up. */
  void send(Function function, JsonObject body) {
    var _ =
        run(
            function,
            Handlers.delivery(List.of(new QueuedMessage("made-up", "", body.write(), 0, 0))));
  }

  /** Delivers some of what a function's queue has; false if it has nothing due. */
  boolean deliver(Function function) {
    List<QueuedMessage> due = List.copyOf(queues.due(function.queue()));
    if (due.isEmpty()) {
      return false;
    }
    List<String> all = due.stream().map(QueuedMessage::id).toList();
    queues.delivered(
        due, run(function, Handlers.delivery(due)).map(Handlers::failures).orElse(all));
    return true;
  }

  private Optional<String> run(Function function, String event) {
    running.addLast(function);
    try {
      return Optional.of(invocations.run(() -> handlers.call(function, event)));
    } catch (RuntimeException | Stopped failed) {
      return Optional.empty();
    } finally {
      running.removeLast();
    }
  }

  /** Whether a request is being answered, for which a tick comes before it or after it. */
  boolean isAnswering() {
    return running.contains(Function.ORDERS) || running.contains(Function.ADMINISTRATION);
  }

  @Override
  public void close() {
    prices.close();
    database.shutdownNow();
  }
}
