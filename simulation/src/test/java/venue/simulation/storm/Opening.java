package venue.simulation.storm;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.account.Account;
import venue.domain.account.Transfer;
import venue.domain.futures.PositionMode;
import venue.domain.house.HouseFunding;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.simulation.request.Credentials;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.store.HouseStore;
import venue.store.MarketStore;
import venue.store.TestTables;
import venue.wire.ApiKey;

/** Opens markets with their first tick and funds, a house with ample means, funded accounts. */
record Opening(DynamoDbClient store, RandomGenerator random) {
  private static final BigDecimal AMPLE = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal CASH = BigDecimal.valueOf(10_000);

  Map<Long, Credentials> open(Setting setting) {
    setting.allMarkets().forEach(market -> open(market, setting.shards()));
    Map<Long, Credentials> opened = new HashMap<>();
    for (long number : setting.allAccounts()) {
      opened.put(number, open(number));
    }
    return opened;
  }

  private void open(Market market, int count) {
    HouseStore house = new HouseStore(store, TestTables::name);
    house.create(market.name(), count);
    List<HouseShard> shards = house.shards(market.name(), count);
    HouseFunding funding = HouseFunding.spread(shards, AMPLE, AMPLE, 2, Samples.START);
    house.commit(shards, funding.shards(), funding.entry(), Optional.empty());
    MarketStore markets = new MarketStore(store, TestTables::name);
    markets.open(market);
    Tick tick = markets.append(Samples.tick(market, "1000")).inForce().orElseThrow();
    for (Side side : Side.values()) {
      markets.open(Fund.open(market, side, tick));
    }
  }

  // Every third account is in hedge mode.
  private Credentials open(long number) {
    AccountStore accounts = new AccountStore(store, TestTables::name);
    PositionMode mode = number % 3 == 0 ? PositionMode.HEDGE : PositionMode.ONE_WAY;
    Account account = Account.open(number, Samples.START).withMode(mode);
    accounts.open(account);
    accounts.commit(
        Samples.done(Transfer.deposit(account, CASH, 1, Samples.START)),
        accounts.state(number).orElseThrow(),
        Optional.empty());
    Credentials made = new Credentials(ApiKey.of(number, random), ApiKey.newSecret(random));
    accounts.addKey(new Caller(number, made.key().text()), made.secret(), Samples.START);
    return made;
  }
}
