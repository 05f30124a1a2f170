package venue.simulation.request;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.simulation.fault.Writes.Written;

/**
 * What a request leaves in the store once it is done, whatever its sender was told.
 *
 * @param account whose item it is
 * @param sk how the sort key of the item begins
 * @param attributes that the item has then, if its key alone does not tell
 */
public record Mark(long account, String sk, Map<String, AttributeValue> attributes) {

  public Mark {
    attributes = Map.copyOf(attributes);
  }

  /** Whether it was left by these writes. */
  public boolean isIn(List<Written> together) {
    return together.stream().anyMatch(written -> isIn(written.item()));
  }

  private boolean isIn(Map<String, AttributeValue> item) {
    AttributeValue key = item.get("sk");
    return AttributeValue.fromS("account#" + account).equals(item.get("pk"))
        && key != null
        && key.s().startsWith(sk)
        && item.entrySet().containsAll(attributes.entrySet());
  }
}
