package venue.store;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The store's promises on LocalStack, where there is a Docker engine; elsewhere it is skipped. */
@Testcontainers(disabledWithoutDocker = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackStoreTest extends StoreContract {
  @Container
  private static final LocalStackContainer STACK =
      new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
          .withServices("dynamodb");

  @BeforeAll
  void createTables() {
    TestTables.create(client());
  }

  @Override
  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(STACK.getEndpoint())
        .region(Region.of(STACK.getRegion()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(STACK.getAccessKey(), STACK.getSecretKey())))
        .build();
  }
}
