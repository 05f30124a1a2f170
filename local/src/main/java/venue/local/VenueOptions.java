package venue.local;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.local.function.ErrorStreamLogger;
import venue.local.prices.Recording;
import venue.store.Schema;
import venue.store.Schema.RequiredIndex;

/**
 * How a local venue is to be started.
 *
 * @param port where it serves; 0 is any free port
 * @param parameters of the template that have other values than their defaults
 * @param data where its database is kept; absent: in memory
 * @param sharedStore a store that another venue opened; absent: its own
 * @param storeWrapper what functions see of the store
 * @param functionWrapper what is called in place of an instance of a function
 * @param log what functions log to
 */
public record VenueOptions(
    Path template,
    int port,
    List<Recording> recordings,
    Speed speed,
    Map<String, String> parameters,
    Optional<Path> data,
    Optional<DynamoDbClient> sharedStore,
    UnaryOperator<DynamoDbClient> storeWrapper,
    UnaryOperator<RequestStreamHandler> functionWrapper,
    List<RequiredIndex> requiredIndexes,
    LambdaLogger log) {

  public VenueOptions {
    recordings = List.copyOf(recordings);
    parameters = Map.copyOf(parameters);
    requiredIndexes = List.copyOf(requiredIndexes);
  }

  /** This template on any free port, at speed one, in memory, with these markets. */
  public static VenueOptions of(Path template, List<Recording> recordings) {
    return new VenueOptions(
        template,
        0,
        recordings,
        Speed.times(1),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        List.of(),
        new ErrorStreamLogger());
  }

  /**
   * Those of a venue in whose kept database one looks, and that replays nothing.
   *
   * @throws StartRefused if there is no database
   */
  static VenueOptions ofKept(Path template, Path data) {
    if (!Files.exists(data.resolve("venue.db"))) {
      throw new StartRefused("--data: there is no database in " + data);
    }
    return of(template, List.of()).keptIn(Optional.of(data)).requiring(Schema.requiredIndexes());
  }

  public VenueOptions onPort(int other) {
    return changed(draft -> draft.port = other);
  }

  /** The same with other markets. */
  public VenueOptions replaying(List<Recording> others) {
    return changed(draft -> draft.recordings = others);
  }

  public VenueOptions atSpeed(double factor) {
    return atSpeed(Speed.times(factor));
  }

  public VenueOptions atSpeed(Speed other) {
    return changed(draft -> draft.speed = other);
  }

  /** Gives a parameter of the template another value than its default. */
  public VenueOptions with(String parameter, String value) {
    Map<String, String> others = new HashMap<>(parameters);
    others.put(parameter, value);
    return changed(draft -> draft.parameters = others);
  }

  public VenueOptions keptIn(Optional<Path> directory) {
    return changed(draft -> draft.data = directory);
  }

  public VenueOptions onStore(DynamoDbClient store) {
    return changed(draft -> draft.sharedStore = Optional.of(store));
  }

  public VenueOptions wrappingStore(UnaryOperator<DynamoDbClient> wrapper) {
    return changed(draft -> draft.storeWrapper = wrapper);
  }

  public VenueOptions wrappingFunctions(UnaryOperator<RequestStreamHandler> wrapper) {
    return changed(draft -> draft.functionWrapper = wrapper);
  }

  public VenueOptions requiring(List<RequiredIndex> indexes) {
    return changed(draft -> draft.requiredIndexes = indexes);
  }

  public VenueOptions loggingTo(LambdaLogger other) {
    return changed(draft -> draft.log = other);
  }

  private VenueOptions changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** All options while one of them is changed. */
  private static final class Draft {
    private final Path template;
    private int port;
    private List<Recording> recordings;
    private Speed speed;
    private Map<String, String> parameters;
    private Optional<Path> data;
    private Optional<DynamoDbClient> sharedStore;
    private UnaryOperator<DynamoDbClient> storeWrapper;
    private UnaryOperator<RequestStreamHandler> functionWrapper;
    private List<RequiredIndex> requiredIndexes;
    private LambdaLogger log;

    Draft(VenueOptions from) {
      template = from.template;
      port = from.port;
      recordings = from.recordings;
      speed = from.speed;
      parameters = from.parameters;
      data = from.data;
      sharedStore = from.sharedStore;
      storeWrapper = from.storeWrapper;
      functionWrapper = from.functionWrapper;
      requiredIndexes = from.requiredIndexes;
      log = from.log;
    }

    VenueOptions options() {
      return new VenueOptions(
          template,
          port,
          recordings,
          speed,
          parameters,
          data,
          sharedStore,
          storeWrapper,
          functionWrapper,
          requiredIndexes,
          log);
    }
  }
}
