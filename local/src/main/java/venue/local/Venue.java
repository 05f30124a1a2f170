package venue.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.local.function.Functions;
import venue.local.function.ScheduledCalls;
import venue.local.http.FrontDoor;
import venue.local.http.FrontDoorHandler;
import venue.local.http.LoopbackServer;
import venue.local.prices.PriceSource;
import venue.local.prices.Replay;
import venue.local.queue.Queues;
import venue.local.queue.ServedQueues;
import venue.local.queue.TimetableQueues;
import venue.local.store.EmbeddedStore;
import venue.local.store.LastTick;
import venue.local.store.NeededIndexes;
import venue.local.store.Tables;
import venue.local.template.LocalNames;
import venue.local.template.Template;
import venue.local.template.TemplateReader;
import venue.local.time.Leap;
import venue.local.time.Schedules;
import venue.local.time.Steps;
import venue.local.time.TimetableRunner;

/** A template, running on this machine. */
public final class Venue implements AutoCloseable {
  private final Opened opened = new Opened();
  private final VenueTime time;
  private final Replay replay;
  private final Optional<Leap> leap;
  private final Template template;
  private final DynamoDbClient dynamoDb;
  private final Queues queues;
  private final Functions functions;
  private final FrontDoor frontDoor;
  private final LoopbackServer server;
  private final String adminToken;

  /**
   * Opens the venue: it serves requests, but nothing is scheduled or delivered before {@link
   * #begin}.
   *
   * @throws StartRefused with what is wrong
   */
  public Venue(VenueOptions options) {
    try {
      Template declared = TemplateReader.read(options.template(), Map.of());
      new NeededIndexes(options.requiredIndexes()).check(declared);
      dynamoDb = options.sharedStore().orElseGet(() -> open(options));
      new Tables(dynamoDb).createOrCheck(declared);
      time = VenueTime.of(options.speed(), new LastTick(dynamoDb, declared).time());
      replay = new Replay(options.recordings(), time.start());
      leap =
          options.speed().leaps()
              ? Optional.of(new Leap(time.timetable(), time.running(), time.turns(), replay.end()))
              : Optional.empty();
      PriceSource source = opened.add(new PriceSource(replay, time.clock()));
      template = TemplateReader.read(options.template(), parameters(options, source));
      queues = opened.add(queues());
      functions =
          new Functions(
              template,
              new LocalNames(template, queues.urls()),
              options.storeWrapper().apply(dynamoDb),
              options.functionWrapper(),
              queues.client(),
              time.clock(),
              options.log());
      adminToken = newToken();
      frontDoor = new FrontDoor(template, functions, time.turns().ofRequests(), adminToken);
      server = opened.add(new LoopbackServer(options.port(), new FrontDoorHandler(frontDoor)));
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private DynamoDbClient open(VenueOptions options) {
    return opened.add(EmbeddedStore.open(options.data())).client();
  }

  private static Map<String, String> parameters(VenueOptions options, PriceSource source) {
    Map<String, String> parameters = new HashMap<>(options.parameters());
    parameters.put("PriceSources", source.asParameter());
    parameters.put("PriceQuorum", "1");
    return parameters;
  }

  private Queues queues() {
    return time.isWallSpeed()
        ? new ServedQueues(template)
        : new TimetableQueues(template, time.timetable(), time.clock());
  }

  private static String newToken() {
    byte[] token = new byte[16];
    new SecureRandom().nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  /** Makes the first scheduled calls, to completion, and from then on schedules and delivers. */
  public void begin() {
    callAndDeliver();
    if (leap.isEmpty() && !time.isWallSpeed()) {
      time.running().begin();
    }
    opened.add(new TimetableRunner(time.timetable(), time.running(), leap)).start();
  }

  /**
   * Makes the first scheduled calls, to completion; then time stands until it is told to go on.
   *
   * @throws IllegalStateException at a speed at which time goes on by itself
   */
  public Steps beginStanding() {
    if (leap.isEmpty()) {
      throw new IllegalStateException("time can stand at --speed max only");
    }
    callAndDeliver();
    return new Steps(time.timetable(), time.running(), time.turns());
  }

  private void callAndDeliver() {
    queues.deliverTo(functions);
    Executor later = time.isWallSpeed() ? Thread::startVirtualThread : Runnable::run;
    new Schedules(template, new ScheduledCalls(functions), time.timetable(), later)
        .begin(time.clock().instant());
  }

  /** Calls a function by its name in the template, as an operator would; its answer. */
  public String invoke(String function, String event) throws IOException {
    byte[] answer =
        functions
            .get(function)
            .invoke(event.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString());
    return new String(answer, StandardCharsets.UTF_8);
  }

  /** Completed when recordings that are replayed without waiting have ended. */
  public CompletableFuture<Leap.Figures> replayed() {
    return leap.map(Leap::done).orElseGet(CompletableFuture::new);
  }

  /** Where it is reached, without a slash at the end. */
  public String address() {
    return server.address();
  }

  /** What routes with IAM authorisation take: {@code Authorization: Bearer <token>}. */
  public String adminToken() {
    return adminToken;
  }

  /** The venue's own way to its routes. */
  public Operations operations() {
    return new Operations(template, frontDoor, adminToken);
  }

  /** The store itself, not what the functions see of it. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  /** What a variable of the template's functions stands for here. */
  public String variable(String name) {
    return new LocalNames(template, queues.urls()).variable(name).orElseThrow();
  }

  /** The markets that are replayed. */
  public List<String> markets() {
    return replay.markets();
  }

  /** What the price source says of a market now. */
  public Replay.Answer price(String market) {
    return replay.answer(market, venueTime().instant()).orElseThrow();
  }

  public InstantSource venueTime() {
    return time.clock();
  }

  /** When its venue time began. */
  public Instant start() {
    return time.start();
  }

  @Override
  public void close() {
    opened.close();
  }
}
