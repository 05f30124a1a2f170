package venue.local.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import venue.local.template.Table;
import venue.local.template.Template;

/** Creates the tables of a template, and checks those that are there already. */
public final class Tables {
  private final DynamoDbClient dynamoDb;

  public Tables(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  public void createOrCheck(Template template) {
    Set<String> present = new HashSet<>(dynamoDb.listTables().tableNames());
    for (Table table : template.tables()) {
      if (present.contains(table.name()) || !created(table)) {
        check(template, table);
      }
    }
  }

  /** False when another venue on the same store was quicker. */
  private boolean created(Table table) {
    try {
      dynamoDb.createTable(creation(table));
      return true;
    } catch (ResourceInUseException e) {
      return false;
    }
  }

  private static CreateTableRequest creation(Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(schema(table.key()))
            .attributeDefinitions(
                table.attributes().entrySet().stream().map(Tables::definition).toList());
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    return request.build();
  }

  private static AttributeDefinition definition(java.util.Map.Entry<String, String> attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute.getKey())
        .attributeType(attribute.getValue())
        .build();
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    Projection.Builder projection = Projection.builder().projectionType(index.projectionType());
    if (!index.projectedAttributes().isEmpty()) {
      projection.nonKeyAttributes(index.projectedAttributes());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(projection.build())
        .build();
  }

  private static List<KeySchemaElement> schema(Table.Key key) {
    KeySchemaElement partition = element(key.partition(), KeyType.HASH);
    return key.sort()
        .map(sort -> List.of(partition, element(sort, KeyType.RANGE)))
        .orElse(List.of(partition));
  }

  private static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }

  private void check(Template template, Table table) {
    DescribeTableRequest request = DescribeTableRequest.builder().tableName(table.name()).build();
    new KeptTable(dynamoDb.describeTable(request).table()).check(template.source(), table);
  }
}
