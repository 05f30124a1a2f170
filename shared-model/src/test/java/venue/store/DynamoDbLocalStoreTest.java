package venue.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The store's promises on DynamoDB Local within this JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbLocalStoreTest extends StoreContract {
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final DynamoDbClient client = database.dynamoDbClient();

  @BeforeAll
  void createTables() {
    TestTables.create(client);
  }

  @AfterAll
  void shutDown() {
    database.shutdownNow();
  }

  @Override
  DynamoDbClient client() {
    return client;
  }
}
