package venue.store;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.futures.LiquidationFill;

/** The records of liquidations. */
public final class LiquidationStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public LiquidationStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** The liquidations among the newest journal entries of an account, newest first. */
  public List<LiquidationFill> newest(long account, int entries) {
    return store.newest(Table.ACCOUNTS, Key.accountPartition(account), Key.ENTRY, entries).stream()
        .filter(item -> item.text("kind").equals(LiquidationFillItems.KIND))
        .map(LiquidationFillItems::read)
        .toList();
  }
}
