package venue.simulation.fault;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Is told of every write that was done, in order. */
@FunctionalInterface
public interface Writes {

  /**
   * An item as it is now.
   *
   * @param key of the table, the same names as in the item
   * @param item empty if it was removed
   */
  record Written(String table, Map<String, AttributeValue> key, Map<String, AttributeValue> item) {}

  /** These were written together. */
  void done(List<Written> together);
}
