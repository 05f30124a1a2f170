package venue.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

class ShadowIndexTest {
  private final ShadowIndex index =
      new ShadowIndex("ByPrice", "side", "price", List.of("pk", "sk"));

  ShadowIndexTest() {
    for (int price = 1; price <= 5; price++) {
      Map<String, AttributeValue> key =
          Map.of("pk", AttributeValue.fromS("a" + price), "sk", AttributeValue.fromS("order"));
      Map<String, AttributeValue> item =
          Map.of(
              "pk", AttributeValue.fromS("a" + price),
              "sk", AttributeValue.fromS("order"),
              "side", AttributeValue.fromS("up"),
              "price", AttributeValue.fromN(Integer.toString(10 * price)),
              "more", AttributeValue.fromS("not projected"));
      index.show(new Writes.Written("Orders", key, item));
    }
  }

  private static QueryRequest.Builder from(String condition, String low, String high) {
    return QueryRequest.builder()
        .keyConditionExpression(condition)
        .expressionAttributeNames(Map.of("#p", "side", "#k", "price"))
        .expressionAttributeValues(
            Map.of(
                ":p", AttributeValue.fromS("up"),
                ":a", AttributeValue.fromN(low),
                ":b", AttributeValue.fromN(high)));
  }

  private static List<String> prices(QueryResponse page) {
    return page.items().stream()
        .map(item -> Objects.requireNonNull(item.get("price")).n())
        .toList();
  }

  @Test
  void takesARangeBetweenTwoNumbersBothIncluded() {
    QueryRequest request = from("#p = :p AND #k BETWEEN :a AND :b", "20", "40").build();
    assertThat(prices(index.query(request))).containsExactly("20", "30", "40");
  }

  @Test
  void goesBackwardsPageByPage() {
    QueryRequest.Builder request =
        from("#p = :p AND #k >= :a", "9", "0").limit(2).scanIndexForward(false);
    QueryResponse first = index.query(request.build());
    QueryResponse second = index.query(request.exclusiveStartKey(first.lastEvaluatedKey()).build());
    QueryResponse third = index.query(request.exclusiveStartKey(second.lastEvaluatedKey()).build());
    assertThat(prices(first)).containsExactly("50", "40");
    assertThat(prices(second)).containsExactly("30", "20");
    assertThat(prices(third)).containsExactly("10");
    assertThat(third.hasLastEvaluatedKey()).isFalse();
  }

  @Test
  void showsKeysOnly() {
    QueryRequest request = from("#p = :p AND #k <= :a", "10", "0").build();
    assertThat(index.query(request).items().getFirst())
        .containsOnlyKeys("pk", "sk", "side", "price");
  }
}
