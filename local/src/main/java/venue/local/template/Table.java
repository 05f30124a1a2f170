package venue.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table.
 *
 * @param attributes the types of its key attributes: S, N or B
 */
public record Table(
    String logicalId, String name, Map<String, String> attributes, Key key, List<Index> indexes) {

  public Table {
    attributes = Map.copyOf(attributes);
    indexes = List.copyOf(indexes);
  }

  /** The key attributes of a table or an index. */
  public record Key(String partition, Optional<String> sort) {}

  /**
   * A global secondary index.
   *
   * @param projectedAttributes in the order of the alphabet, whatever order they came in
   */
  public record Index(
      String name, Key key, String projectionType, List<String> projectedAttributes) {

    public Index {
      projectedAttributes = projectedAttributes.stream().sorted().toList();
    }
  }
}
