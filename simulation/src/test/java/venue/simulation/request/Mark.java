package venue.simulation.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.simulation.fault.Writes.Written;

/**
 * What a request leaves in the store once it is done, whatever its sender was told.
 *
 * @param account whose item it is
 * @param sk sort key of the item
 * @param number an attribute and the number it has then, if the item alone does not tell
 */
public record Mark(long account, String sk, Optional<Map.Entry<String, Long>> number) {

  /** Whether it was left by these writes. */
  public boolean isIn(List<Written> together) {
    return together.stream().anyMatch(written -> isIn(written.item()));
  }

  private boolean isIn(Map<String, AttributeValue> item) {
    return AttributeValue.fromS("account#" + account).equals(item.get("pk"))
        && AttributeValue.fromS(sk).equals(item.get("sk"))
        && number
            .filter(
                is ->
                    !AttributeValue.fromN(Long.toString(is.getValue()))
                        .equals(item.get(is.getKey())))
            .isEmpty();
  }
}
