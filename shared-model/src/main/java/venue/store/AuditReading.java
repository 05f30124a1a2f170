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
   * @param orphans numbers of accounts that are not there, though something of them is
   * @param next where the next ones begin; none after the last
   */
  public record Page(List<Long> accounts, List<Long> orphans, Optional<String> next) {}

  /**
   * The next accounts, in the table's own order.
   *
   * @param from where to begin; none: at the first
   */
  public Page accounts(Optional<String> from) {
    Place place = from.map(Place::read).orElse(Place.START);
    ScanResponse found =
        store
            .client()
            .scan(
                ScanRequest.builder()
                    .tableName(store.name(Table.ACCOUNTS))
                    .consistentRead(true)
                    .projectionExpression("pk, sk")
                    .limit(pageSize)
                    .exclusiveStartKey(place.pk().isEmpty() ? null : place.key().attributes())
                    .build());
    List<Long> accounts = new ArrayList<>();
    List<Long> orphans = new ArrayList<>();
    for (Map<String, AttributeValue> attributes : found.items()) {
      Place next = place.next(Item.of(attributes));
      if (!next.pk().equals(place.pk())) {
        place.orphan().ifPresent(orphans::add);
      }
      if (next.sk().equals(Key.ACCOUNT)) {
        accounts.add(Key.accountOf(next.pk()));
      }
      place = next;
    }
    if (found.lastEvaluatedKey().isEmpty()) {
      place.orphan().ifPresent(orphans::add);
      return new Page(accounts, orphans, Optional.empty());
    }
    return new Page(accounts, orphans, Optional.of(place.write()));
  }

  /** Where the accounts after one begin. */
  public static String after(long account) {
    return new Place(Key.accountPartition(account), Key.ACCOUNT, true).write();
  }

  /**
   * An item of the table of accounts, up to which it was read.
   *
   * @param isThere whether the account itself was among the items of its partition so far
   */
  private record Place(String pk, String sk, boolean isThere) {
    static final Place START = new Place("", "", true);

    static Place read(String text) {
      String[] parts = text.split("\n", 3);
      return new Place(parts[0], parts[1], Boolean.parseBoolean(parts[2]));
    }

    String write() {
      return pk + "\n" + sk + "\n" + isThere;
    }

    Key key() {
      return new Key(Table.ACCOUNTS, pk, sk);
    }

    Place next(Item item) {
      String nextPk = item.text(Key.PK);
      String nextSk = item.text(Key.SK);
      return new Place(
          nextPk, nextSk, nextSk.equals(Key.ACCOUNT) || (nextPk.equals(pk) && isThere));
    }

    Optional<Long> orphan() {
      return isThere ? Optional.empty() : Optional.of(Key.accountOf(pk));
    }
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
