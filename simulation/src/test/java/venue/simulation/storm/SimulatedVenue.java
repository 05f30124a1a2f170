package venue.simulation.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import venue.administration.Administration;
import venue.domain.Samples;
import venue.function.Environment;
import venue.function.RecordedContext;
import venue.liquidationsweep.LiquidationSweep;
import venue.marktomarket.MarkToMarket;
import venue.orderplacement.OrderPlacement;
import venue.ordertrigger.OrderTrigger;
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
import venue.smartleveragerebalance.SmartLeverageRebalance;
import venue.store.TestTables;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/** The venue's functions on a store and queues that fail; nothing in it moves by itself. */
final class SimulatedVenue implements AutoCloseable {
  private static final int LATE = 12;
  private static final double TWICE = 0.15;
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final TemplatePaths template = TemplatePaths.read();
  private final Map<Function, RequestStreamHandler> functions = new EnumMap<>(Function.class);
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
    Environment environment =
        new Environment(variables(setting), faulty, () -> now, () -> now, new Unhurried(random));
    functions.put(Function.ORDERS, new OrderPlacement(environment));
    functions.put(Function.ADMINISTRATION, new Administration(environment));
    functions.put(Function.TICKS, new MarkToMarket(environment, queues));
    functions.put(Function.SWEEP, new LiquidationSweep(environment));
    functions.put(Function.TRIGGER, new OrderTrigger(environment));
    functions.put(Function.REBALANCE, new SmartLeverageRebalance(environment));
    credentials = new Opening(faulty, random).open(setting);
  }

  private Map<String, String> variables(Setting setting) {
    Map<String, String> variables = new HashMap<>(TestTables.VARIABLES);
    variables.putAll(template.byVariable());
    variables.put("HOUSE_SHARDS", Integer.toString(setting.shards()));
    variables.put("PRICE_SOURCES", prices.sources());
    variables.put("PRICE_QUORUM", "1");
    variables.put("TICK_SECONDS", "25");
    variables.put("TICK_QUEUE", Function.TICKS.queue());
    variables.put("LIQUIDATION_QUEUE", Function.SWEEP.queue());
    variables.put("TRIGGER_QUEUE", Function.TRIGGER.queue());
    variables.put("REBALANCE_QUEUE", Function.REBALANCE.queue());
    return variables;
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

  /** Calls a function by its schedule. */
  void schedule(Function function) {
    var _ = run(function, "{\"source\":\"aws.scheduler\"}");
  }

  /** Calls a function with messages that a test makes up. */
  void send(Function function, JsonObject body) {
    var _ = run(function, event(List.of(new QueuedMessage("made-up", "", body.write(), 0, 0))));
  }

  /** Delivers some of what a function's queue has; false if it has nothing due. */
  boolean deliver(Function function) {
    List<QueuedMessage> due = List.copyOf(queues.due(function.queue()));
    if (due.isEmpty()) {
      return false;
    }
    List<String> all = due.stream().map(QueuedMessage::id).toList();
    queues.delivered(due, run(function, event(due)).map(SimulatedVenue::failures).orElse(all));
    return true;
  }

  private Optional<String> run(Function function, String event) {
    running.addLast(function);
    try {
      return Optional.of(invocations.run(() -> handled(function, event)));
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

  private String handled(Function function, String event) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Objects.requireNonNull(functions.get(function))
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(UTF_8)), out, new RecordedContext());
      return out.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String event(List<QueuedMessage> messages) {
    List<Json> records = new ArrayList<>();
    for (QueuedMessage message : messages) {
      records.add(
          JsonObject.builder().put("messageId", message.id()).put("body", message.body()).build());
    }
    return JsonObject.builder().put("Records", JsonArray.of(records)).build().write();
  }

  private static List<String> failures(String answer) {
    try {
      return Json.parse(answer).at("/batchItemFailures").stream()
          .flatMap(failures -> ((JsonArray) failures).elements().stream())
          .flatMap(failure -> failure.at("/itemIdentifier").stream())
          .map(id -> ((JsonText) id).text())
          .toList();
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("not an answer to a queue: " + answer, e);
    }
  }

  @Override
  public void close() {
    prices.close();
    database.shutdownNow();
  }
}
