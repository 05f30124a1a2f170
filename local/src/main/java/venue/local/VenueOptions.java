package venue.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.local.prices.Recording;
import venue.store.Schema.RequiredIndex;

/**
 * How a local venue is to be started.
 *
 * @param port where it serves; 0 is any free port
 * @param data where its database is kept; absent: in memory
 * @param sharedStore a store that another venue opened; absent: its own
 * @param storeWrapper what functions see of the store
 */
public record VenueOptions(
    Path template,
    int port,
    List<Recording> recordings,
    double speed,
    Optional<Path> data,
    Optional<DynamoDbClient> sharedStore,
    UnaryOperator<DynamoDbClient> storeWrapper,
    List<RequiredIndex> requiredIndexes) {

  public VenueOptions {
    recordings = List.copyOf(recordings);
    requiredIndexes = List.copyOf(requiredIndexes);
  }

  /** This template on any free port, at speed one, in memory, with these markets. */
  public static VenueOptions of(Path template, List<Recording> recordings) {
    return new VenueOptions(
        template,
        0,
        recordings,
        1,
        Optional.empty(),
        Optional.empty(),
        UnaryOperator.identity(),
        List.of());
  }

  public VenueOptions onPort(int other) {
    return new VenueOptions(
        template, other, recordings, speed, data, sharedStore, storeWrapper, requiredIndexes);
  }

  public VenueOptions atSpeed(double other) {
    return new VenueOptions(
        template, port, recordings, other, data, sharedStore, storeWrapper, requiredIndexes);
  }

  public VenueOptions keptIn(Optional<Path> directory) {
    return new VenueOptions(
        template, port, recordings, speed, directory, sharedStore, storeWrapper, requiredIndexes);
  }

  public VenueOptions onStore(DynamoDbClient store) {
    return new VenueOptions(
        template, port, recordings, speed, data, Optional.of(store), storeWrapper, requiredIndexes);
  }

  public VenueOptions wrappingStore(UnaryOperator<DynamoDbClient> wrapper) {
    return new VenueOptions(
        template, port, recordings, speed, data, sharedStore, wrapper, requiredIndexes);
  }

  public VenueOptions requiring(List<RequiredIndex> indexes) {
    return new VenueOptions(
        template, port, recordings, speed, data, sharedStore, storeWrapper, indexes);
  }
}
