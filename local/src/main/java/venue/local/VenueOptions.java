package venue.local;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.local.function.ErrorStreamLogger;
import venue.local.prices.Recording;
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

  public VenueOptions onPort(int other) {
    return new VenueOptions(
        template,
        other,
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

  /** The same with other markets. */
  public VenueOptions replaying(List<Recording> others) {
    return new VenueOptions(
        template,
        port,
        others,
        speed,
        parameters,
        data,
        sharedStore,
        storeWrapper,
        functionWrapper,
        requiredIndexes,
        log);
  }

  public VenueOptions atSpeed(double factor) {
    return atSpeed(Speed.times(factor));
  }

  public VenueOptions atSpeed(Speed other) {
    return new VenueOptions(
        template,
        port,
        recordings,
        other,
        parameters,
        data,
        sharedStore,
        storeWrapper,
        functionWrapper,
        requiredIndexes,
        log);
  }

  /** Gives a parameter of the template another value than its default. */
  public VenueOptions with(String parameter, String value) {
    Map<String, String> others = new HashMap<>(parameters);
    others.put(parameter, value);
    return new VenueOptions(
        template,
        port,
        recordings,
        speed,
        others,
        data,
        sharedStore,
        storeWrapper,
        functionWrapper,
        requiredIndexes,
        log);
  }

  public VenueOptions keptIn(Optional<Path> directory) {
    return new VenueOptions(
        template,
        port,
        recordings,
        speed,
        parameters,
        directory,
        sharedStore,
        storeWrapper,
        functionWrapper,
        requiredIndexes,
        log);
  }

  public VenueOptions onStore(DynamoDbClient store) {
    return new VenueOptions(
        template,
        port,
        recordings,
        speed,
        parameters,
        data,
        Optional.of(store),
        storeWrapper,
        functionWrapper,
        requiredIndexes,
        log);
  }

  public VenueOptions wrappingStore(UnaryOperator<DynamoDbClient> wrapper) {
    return new VenueOptions(
        template,
        port,
        recordings,
        speed,
        parameters,
        data,
        sharedStore,
        wrapper,
        functionWrapper,
        requiredIndexes,
        log);
  }

  public VenueOptions wrappingFunctions(UnaryOperator<RequestStreamHandler> wrapper) {
    return new VenueOptions(
        template,
        port,
        recordings,
        speed,
        parameters,
        data,
        sharedStore,
        storeWrapper,
        wrapper,
        requiredIndexes,
        log);
  }

  public VenueOptions requiring(List<RequiredIndex> indexes) {
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
        indexes,
        log);
  }

  public VenueOptions loggingTo(LambdaLogger other) {
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
        other);
  }
}
