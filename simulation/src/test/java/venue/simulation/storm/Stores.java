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
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.market.Tick;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.CandleStore;
import venue.store.HouseStore;
import venue.store.MarketStore;
import venue.store.TestTables;
import venue.store.TickHistory;

/** A test's own look at what is stored: no call of it fails. */
public final class Stores {
  private final DynamoDbClient real;
  private final int shards;
  public final MarketStore markets;
  private final AccountStore accounts;
  private final HouseStore house;
  private final TickHistory history;
  private final CandleStore candles;

  /** A look at the stores of a venue with so many house shards. */
  public Stores(DynamoDbClient real, int shards) {
    this.real = real;
    this.shards = shards;
    markets = new MarketStore(real, TestTables::name);
    accounts = new AccountStore(real, TestTables::name);
    house = new HouseStore(real, TestTables::name);
    history = new TickHistory(real, TestTables::name);
    candles = new CandleStore(real, TestTables::name);
  }

  /** An account with all it holds. */
  public Optional<AccountState> account(long number) {
    return accounts.state(number);
  }

  /** The price of a market's latest tick, USDT. */
  public BigDecimal price(String market) {
    return markets.page(market).orElseThrow().tick().orElseThrow().price();
  }

  /** All ticks of a market up to one. */
  public List<Tick> history(Tick latest) {
    return history.read(latest.market(), 1, latest.sequence());
  }

  /** All candles of a market up to a tick, from when another was taken on. */
  public List<Candle> candles(CandleInterval interval, Tick first, Tick latest) {
    return candles.upTo(latest, interval, interval.startOf(first.time()), latest.time());
  }

  /** The house's shards of a market. */
  public List<HouseShard> house(String market) {
    return house.shards(market, shards);
  }

  /**
   * All items of the tables that have journal entries; ticks, of which there are many, have none.
   */
  public List<Map<String, AttributeValue>> ofAccountsAndHouse() {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (String table : List.of("Accounts", "House")) {
      ScanIterable pages = real.scanPaginator(scan -> scan.tableName(table).consistentRead(true));
      pages.items().forEach(items::add);
    }
    return items;
  }
}
