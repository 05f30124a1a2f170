package venue.local.store;

import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** DynamoDB Local inside this process, in memory or in a directory that is kept. */
public final class EmbeddedStore implements AutoCloseable {
  private static final boolean WITHOUT_TELEMETRY = true;

  private final AmazonDynamoDBLocal database;
  private final Optional<DataDirectory> directory;

  private EmbeddedStore(AmazonDynamoDBLocal database, Optional<DataDirectory> directory) {
    this.database = database;
    this.directory = directory;
  }

  public static EmbeddedStore open(Optional<Path> directory) {
    if (directory.isEmpty()) {
      return new EmbeddedStore(DynamoDBEmbedded.create(WITHOUT_TELEMETRY), Optional.empty());
    }
    DataDirectory data = DataDirectory.open(directory.get());
    return new EmbeddedStore(
        DynamoDBEmbedded.create(data.database().toFile(), WITHOUT_TELEMETRY), Optional.of(data));
  }

  public DynamoDbClient client() {
    return database.dynamoDbClient();
  }

  @Override
  public void close() {
    database.shutdown();
    directory.ifPresent(DataDirectory::close);
  }
}
