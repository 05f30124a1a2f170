package venue.simulation.storm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.paginators.ScanIterable;
import venue.domain.house.HouseShard;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.HouseStore;
import venue.store.MarketStore;
import venue.store.TestTables;

/** A test's own look at what is stored: no call of it fails. */
public final class Stores {
  private final DynamoDbClient real;
  private final int shards;
  public final MarketStore markets;
  private final AccountStore accounts;
  private final HouseStore house;

  /** A look at the stores of a venue with so many house shards. */
  public Stores(DynamoDbClient real, int shards) {
    this.real = real;
    this.shards = shards;
    markets = new MarketStore(real, TestTables::name);
    accounts = new AccountStore(real, TestTables::name);
    house = new HouseStore(real, TestTables::name);
  }

  /** An account with all it holds. */
  public Optional<AccountState> account(long number) {
    return accounts.state(number);
  }

  /** The price of a market's latest tick, USDT. */
  public BigDecimal price(String market) {
    return markets.page(market).orElseThrow().tick().orElseThrow().price();
  }

  /** The house's shards of a market. */
  public List<HouseShard> house(String market) {
    return house.shards(market, shards);
  }

  /** All items of all tables. */
  public List<Map<String, AttributeValue>> everything() {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (String table : TestTables.VARIABLES.values()) {
      ScanIterable pages = real.scanPaginator(scan -> scan.tableName(table).consistentRead(true));
      pages.items().forEach(items::add);
    }
    return items;
  }
}
