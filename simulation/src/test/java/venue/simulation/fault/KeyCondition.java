package venue.simulation.fault;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The condition of a query: one partition, and a range of its sort key or all of it. */
record KeyCondition(
    String partitionName,
    AttributeValue partition,
    String sortName,
    @Nullable AttributeValue low,
    @Nullable AttributeValue high) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\S+) = (:\\w+)(?: AND (\\S+) (?:(>=|<=) (:\\w+)|BETWEEN (:\\w+) AND (:\\w+)))?");

  static KeyCondition of(QueryRequest request) {
    Matcher form = FORM.matcher(request.keyConditionExpression());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "the shadow of the indexes knows no such condition: " + request.keyConditionExpression());
    }
    String sort = form.group(3);
    boolean between = form.group(6) != null;
    String low = between ? form.group(6) : ">=".equals(form.group(4)) ? form.group(5) : null;
    String high = between ? form.group(7) : "<=".equals(form.group(4)) ? form.group(5) : null;
    return new KeyCondition(
        name(request, form.group(1)),
        Objects.requireNonNull(request.expressionAttributeValues().get(form.group(2))),
        sort == null ? "" : name(request, sort),
        low == null ? null : request.expressionAttributeValues().get(low),
        high == null ? null : request.expressionAttributeValues().get(high));
  }

  private static String name(QueryRequest request, String text) {
    return text.startsWith("#")
        ? Objects.requireNonNull(request.expressionAttributeNames().get(text))
        : text;
  }

  boolean holds(Map<String, AttributeValue> item, String partitionKey, String sortKey) {
    if (!partitionName.equals(partitionKey) || !(sortName.isEmpty() || sortName.equals(sortKey))) {
      throw new IllegalArgumentException(this + " is not about the keys of the index");
    }
    AttributeValue sort = Objects.requireNonNull(item.get(sortKey));
    return partition.equals(item.get(partitionKey))
        && (low == null || compare(sort, low) >= 0)
        && (high == null || compare(sort, high) <= 0);
  }

  static int compare(AttributeValue one, AttributeValue other) {
    return one.n() != null
        ? new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()))
        : one.s().compareTo(other.s());
  }
}
