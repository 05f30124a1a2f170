package venue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The venue's tables in an empty store, named by the variables that functions look them up by. */
public final class TestTables {
  /** What a function under test is given as its variables for the store. */
  public static final Map<String, String> VARIABLES =
      Map.of("ACCOUNTS_TABLE", "Accounts", "MARKETS_TABLE", "Markets", "HOUSE_TABLE", "House");

  private TestTables() {}

  public static void create(DynamoDbClient client) {
    for (Table table : Table.values()) {
      client.createTable(request(table));
    }
  }

  public static String name(String variable) {
    return Objects.requireNonNull(VARIABLES.get(variable));
  }

  private static CreateTableRequest request(Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name(table.variable()))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key(Key.PK, KeyType.HASH), key(Key.SK, KeyType.RANGE));
    List<Schema.RequiredIndex> indexes =
        Schema.requiredIndexes().stream()
            .filter(index -> index.tableVariable().equals(table.variable()))
            .toList();
    List<AttributeDefinition> attributes = new ArrayList<>(List.of(text(Key.PK), text(Key.SK)));
    for (Schema.RequiredIndex index : indexes) {
      attributes.add(text(index.partitionKey()));
      attributes.add(attribute(index.sortKey(), ScalarAttributeType.N));
    }
    request.attributeDefinitions(attributes);
    if (!indexes.isEmpty()) {
      request.globalSecondaryIndexes(indexes.stream().map(TestTables::index).toList());
    }
    return request.build();
  }

  private static GlobalSecondaryIndex index(Schema.RequiredIndex index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.indexName())
        .keySchema(key(index.partitionKey(), KeyType.HASH), key(index.sortKey(), KeyType.RANGE))
        .projection(projection(index))
        .build();
  }

  private static Projection projection(Schema.RequiredIndex index) {
    return index.shown().isEmpty()
        ? Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()
        : Projection.builder()
            .projectionType(ProjectionType.INCLUDE)
            .nonKeyAttributes(index.shown())
            .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return attribute(name, ScalarAttributeType.S);
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }
}
