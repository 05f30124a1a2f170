package venue.store;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One item to put, alone or in a transaction.
 *
 * @param condition expression that must hold for the stored item, or empty
 * @param names of attributes in the expression
 * @param values in the expression
 * @param kind what is done with the item
 */
record Write(
    Table table,
    Item item,
    String condition,
    Map<String, String> names,
    Map<String, AttributeValue> values,
    Kind kind) {

  /** What a write does. */
  enum Kind {
    PUT,
    DELETE,
    /** Nothing, but the condition must hold. */
    CHECK
  }

  /** Whatever is there. */
  static Write replacing(Table table, Item item) {
    return new Write(table, item, "", Map.of(), Map.of(), Kind.PUT);
  }

  /** Only if nothing is there. */
  static Write creating(Table table, Item item) {
    return new Write(table, item, "attribute_not_exists(pk)", Map.of(), Map.of(), Kind.PUT);
  }

  /** Only if the stored item still has this number in an attribute. */
  static Write following(Table table, Item item, String attribute, long number) {
    return ifStill(table, item, attribute, number, Kind.PUT);
  }

  /** Takes away what must be there. */
  static Write deleting(Key key) {
    return new Write(
        key.table(), Item.at(key), "attribute_exists(pk)", Map.of(), Map.of(), Kind.DELETE);
  }

  /** Takes away a stored item, only if it still has this number in an attribute. */
  static Write deleting(Key key, String attribute, long number) {
    return ifStill(key.table(), Item.at(key), attribute, number, Kind.DELETE);
  }

  /** Writes nothing; only if a stored item has this number in an attribute. */
  static Write checking(Key key, String attribute, long number) {
    return ifStill(key.table(), Item.at(key), attribute, number, Kind.CHECK);
  }

  private static Write ifStill(Table table, Item item, String attribute, long number, Kind kind) {
    return new Write(
        table,
        item,
        "#a = :n",
        Map.of("#a", attribute),
        Map.of(":n", AttributeValue.fromN(Long.toString(number))),
        kind);
  }

  /** As part of a transaction. */
  TransactWriteItem action(DynamoStore store) {
    TransactWriteItem.Builder action = TransactWriteItem.builder();
    return switch (kind) {
      case PUT -> action.put(put(store)).build();
      case DELETE -> action.delete(delete(store)).build();
      case CHECK -> action.conditionCheck(check(store)).build();
    };
  }

  private ConditionCheck check(DynamoStore store) {
    return ConditionCheck.builder()
        .tableName(store.name(table))
        .key(item.attributes())
        .conditionExpression(condition)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build();
  }

  /** On its own. */
  PutItemRequest request(DynamoStore store) {
    Put put = put(store);
    return PutItemRequest.builder()
        .tableName(put.tableName())
        .item(put.item())
        .conditionExpression(put.conditionExpression())
        .expressionAttributeNames(put.expressionAttributeNames())
        .expressionAttributeValues(put.expressionAttributeValues())
        .build();
  }

  private Delete delete(DynamoStore store) {
    Delete.Builder delete =
        Delete.builder()
            .tableName(store.name(table))
            .key(item.attributes())
            .conditionExpression(condition);
    if (!values.isEmpty()) {
      delete.expressionAttributeNames(names).expressionAttributeValues(values);
    }
    return delete.build();
  }

  private Put put(DynamoStore store) {
    Put.Builder put = Put.builder().tableName(store.name(table)).item(item.attributes());
    if (!condition.isEmpty()) {
      put.conditionExpression(condition);
    }
    if (!values.isEmpty()) {
      put.expressionAttributeNames(names).expressionAttributeValues(values);
    }
    return put.build();
  }
}
