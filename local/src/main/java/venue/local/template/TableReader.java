package venue.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tables and their indexes. */
final class TableReader {
  private TableReader() {}

  static Table read(String id, Section properties) {
    properties.only(Supported.TABLE, Supported.TABLE_IGNORED);
    properties.oneOf("BillingMode", "", Set.of("PAY_PER_REQUEST"));
    Map<String, String> attributes = new HashMap<>();
    for (Section attribute : properties.sections("AttributeDefinitions")) {
      attribute.only(Set.of("AttributeName", "AttributeType"), Set.of());
      attributes.put(
          attribute.requiredText("AttributeName"),
          attribute.oneOf("AttributeType", "", Set.of("S", "N", "B")));
    }
    List<Table.Index> indexes = new ArrayList<>();
    for (Section index : properties.sections("GlobalSecondaryIndexes")) {
      indexes.add(index(index));
    }
    String name = properties.text("TableName").orElse(id);
    return new Table(id, name, attributes, key(properties), indexes);
  }

  private static Table.Index index(Section index) {
    index.only(Supported.INDEX, Supported.INDEX_IGNORED);
    Section projection =
        index.section("Projection").only(Set.of("ProjectionType", "NonKeyAttributes"), Set.of());
    return new Table.Index(
        index.requiredText("IndexName"),
        key(index),
        projection.oneOf("ProjectionType", "", Supported.PROJECTIONS),
        projection.texts("NonKeyAttributes"));
  }

  private static Table.Key key(Section owner) {
    String partition = "";
    Optional<String> sort = Optional.empty();
    for (Section part : owner.sections("KeySchema")) {
      part.only(Set.of("AttributeName", "KeyType"), Set.of());
      String attribute = part.requiredText("AttributeName");
      if (part.oneOf("KeyType", "", Set.of("HASH", "RANGE")).equals("HASH")) {
        partition = attribute;
      } else {
        sort = Optional.of(attribute);
      }
    }
    if (partition.isEmpty()) {
      throw owner.wrong("KeySchema", "has no HASH key");
    }
    return new Table.Key(partition, sort);
  }
}
