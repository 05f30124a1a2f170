package venue.store;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.market.PriceRange;
import venue.domain.resting.Trigger.Rule;

/**
 * The accounts with resting orders that prices have met, found by one range query for each rule: it
 * reads the orders that are met and no others. The index may lag, so whoever is found is looked at
 * again before anything is done.
 */
public final class DueOrders {
  private final DynamoStore store;

  /**
   * A finder.
   *
   * @param variable gives the value of a variable of the template
   */
  public DueOrders(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** Whether the index has any order of a market that a price in a range meets. */
  public boolean any(String market, PriceRange range) {
    return Stream.of(Rule.values()).anyMatch(rule -> !met(market, range, rule).isEmpty());
  }

  /** Names each account that has such an order, page by page; one may come more than once. */
  public void each(String market, PriceRange range, Consumer<Long> account) {
    Stream.of(Rule.values()).forEach(rule -> met(market, range, rule).each(account));
  }

  private IndexRange met(String market, PriceRange range, Rule rule) {
    return new IndexRange(
        store,
        Schema.TRIGGER_PRICES,
        RestingItems.partition(market, rule, 0),
        rule == Rule.AT_LEAST ? "<=" : ">=",
        rule == Rule.AT_LEAST ? range.highest() : range.lowest());
  }
}
