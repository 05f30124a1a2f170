package venue.local.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import venue.local.StartRefused;
import venue.local.template.Table;

/** A table from an earlier start, which has to be as the template says. */
record KeptTable(TableDescription description) {

  void check(String source, Table table) {
    if (!key(description.keySchema()).equals(table.key())) {
      throw refused(source, table, "another key");
    }
    if (!indexes().equals(new HashSet<>(table.indexes()))) {
      throw refused(source, table, "other indexes");
    }
    if (!attributes().equals(table.attributes())) {
      throw refused(source, table, "other key attributes");
    }
  }

  private static StartRefused refused(String source, Table table, String difference) {
    return new StartRefused(
        "%s: %s has %s than the kept data; start with another --data directory"
            .formatted(source, table.logicalId(), difference));
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    for (AttributeDefinition definition : description.attributeDefinitions()) {
      attributes.put(definition.attributeName(), definition.attributeTypeAsString());
    }
    return attributes;
  }

  private Set<Table.Index> indexes() {
    Set<Table.Index> indexes = new HashSet<>();
    for (GlobalSecondaryIndexDescription index : description.globalSecondaryIndexes()) {
      indexes.add(
          new Table.Index(
              index.indexName(),
              key(index.keySchema()),
              index.projection().projectionTypeAsString(),
              index.projection().nonKeyAttributes()));
    }
    return indexes;
  }

  private static Table.Key key(List<KeySchemaElement> schema) {
    return new Table.Key(
        attribute(schema, KeyType.HASH).orElse(""), attribute(schema, KeyType.RANGE));
  }

  private static Optional<String> attribute(List<KeySchemaElement> schema, KeyType type) {
    return schema.stream()
        .filter(element -> element.keyType() == type)
        .map(KeySchemaElement::attributeName)
        .findFirst();
  }
}
