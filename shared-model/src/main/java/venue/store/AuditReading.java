package venue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import venue.domain.account.Account;
import venue.domain.audit.RecordedEntry;
import venue.domain.house.HouseShard;

/**
 * What the audit reads: everything there is, nothing of it at a standstill. It alone scans a table.
 */
public final class AuditReading {
  private static final int BATCH = 16;
  private static final int TRIES = 20;
  private final DynamoStore store;
  private final AccountStore accounts;
  private final HouseStore house;
  private final int pageSize;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   * @param pageSize how many items a page of accounts is found among
   */
  public AuditReading(DynamoDbClient client, UnaryOperator<String> variable, int pageSize) {
    this.pageSize = pageSize;
    store = new DynamoStore(client, variable);
    accounts = new AccountStore(client, variable);
    house = new HouseStore(client, variable);
  }

  /**
   * Some accounts.
   *
   * @param next where the next ones begin; none after the last
   */
  public record Page(List<Long> accounts, Optional<String> next) {}

  /**
   * The next accounts, in the table's own order.
   *
   * @param from where to begin; none: at the first
   */
  public Page accounts(Optional<String> from) {
    ScanResponse found =
        store
            .client()
            .scan(
                ScanRequest.builder()
                    .tableName(store.name(Table.ACCOUNTS))
                    .consistentRead(true)
                    .filterExpression("sk = :account")
                    .expressionAttributeValues(
                        Map.of(":account", AttributeValue.fromS(Key.ACCOUNT)))
                    .projectionExpression("pk")
                    .limit(pageSize)
                    .exclusiveStartKey(from.map(AuditReading::startKey).orElse(null))
                    .build());
    List<Long> numbers =
        found.items().stream().map(item -> Key.accountOf(Item.of(item).text(Key.PK))).toList();
    Optional<String> next =
        found.lastEvaluatedKey().isEmpty()
            ? Optional.empty()
            : Optional.of(startText(Item.of(found.lastEvaluatedKey())));
    return new Page(numbers, next);
  }

  private static String startText(Item last) {
    return last.text(Key.PK) + "\n" + last.text(Key.SK);
  }

  private static Map<String, AttributeValue> startKey(String text) {
    int cut = text.indexOf('\n');
    return new Key(Table.ACCOUNTS, text.substring(0, cut), text.substring(cut + 1)).attributes();
  }

  /**
   * All that an account has at one moment: the query that reads it is no snapshot, so the account
   * is read again until nothing was written meanwhile.
   *
   * @throws IllegalStateException if it is written all the time
   */
  public AccountState account(long number) {
    for (int i = 0; i < TRIES; i++) {
      AccountState state = accounts.state(number).orElseThrow();
      long version = accounts.account(number).orElseThrow().version();
      if (version == state.account().version()) {
        return state;
      }
    }
    throw new IllegalStateException("account " + number + " is written all the time");
  }

  /** Hands over all journal entries of an account. */
  public void entries(long account, Consumer<RecordedEntry> reader) {
    store.each(
        Table.ACCOUNTS,
        Key.accountPartition(account),
        Key.ENTRY,
        item -> reader.accept(entry(item)));
  }

  /** Hands over all journal entries of the house alone in a market. */
  public void houseEntries(String market, Consumer<RecordedEntry> reader) {
    store.each(
        Table.HOUSE, Key.shard(market, 0).pk(), Key.ENTRY, item -> reader.accept(entry(item)));
  }

  // A damaged entry has no part in any book, and that is found.
  private static RecordedEntry entry(Item item) {
    long id = Long.parseLong(item.text(Key.SK).substring(Key.ENTRY.length()));
    try {
      return new RecordedEntry(id, EntryItems.readPostings(item));
    } catch (IllegalStateException | NumberFormatException | NullPointerException damaged) {
      return new RecordedEntry(id, List.of());
    }
  }

  /** The number of an account's last entry, as stored now. */
  public long sequence(long account) {
    return accounts.account(account).map(Account::sequence).orElse(0L);
  }

  /** All shards of the house's books of a market, however many there are. */
  public List<HouseShard> shards(String market) {
    List<HouseShard> all = new ArrayList<>();
    List<HouseShard> more = house.shards(market, 0, BATCH);
    while (!more.isEmpty()) {
      all.addAll(more);
      more = house.shards(market, all.size(), BATCH);
    }
    return all;
  }
}
