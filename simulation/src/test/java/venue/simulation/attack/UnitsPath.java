package venue.simulation.attack;

import static venue.domain.Samples.done;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.Samples;
import venue.domain.account.Account;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.domain.smartleverage.Rebalance;
import venue.domain.smartleverage.UnitDesk;
import venue.domain.smartleverage.UnitExecution;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitTrade;

/** A fund over a path of prices, and people with 10,000 USDT each who trade its units. */
final class UnitsPath {
  private final Market market;
  private final List<Rebalance> rebalances = new ArrayList<>();
  private Tick tick;
  private Fund fund;
  private long lastId;

  UnitsPath(Market market, Fund fund, Tick tick) {
    this.market = market;
    this.fund = fund;
    this.tick = tick;
  }

  private Tick next(BigDecimal price, Duration later) {
    return new NextTick(market, BigDecimal.ZERO, 0)
        .good(Optional.of(tick), price, tick.time().plus(later));
  }

  /** Whether the fund would be rebalanced if the next tick came then, at the same price. */
  boolean isRebalancedIn(Duration later) {
    return Rebalance.due(fund, market, next(tick.price(), later)).isPresent();
  }

  void pass(BigDecimal price, Duration later) {
    tick = next(price, later);
    Optional<Rebalance> due = Rebalance.due(fund, market, tick);
    due.ifPresent(rebalances::add);
    fund = due.map(Rebalance::after).orElse(fund);
  }

  Fund fund() {
    return fund;
  }

  Tick tick() {
    return tick;
  }

  List<Rebalance> rebalances() {
    return rebalances;
  }

  /** One of those people. */
  final class Person {
    private Account account = Samples.account("10000");
    private Holding holding = Holding.none(fund);
    private HouseShard shard = Samples.shard(market);

    void buy(BigDecimal amount) {
      trade(new UnitOrder.Buy(fund.name(), amount, Optional.empty()));
    }

    void sellAll() {
      trade(new UnitOrder.SellFraction(fund.name(), BigDecimal.ONE, Optional.empty()));
    }

    private void trade(UnitOrder order) {
      UnitExecution done = done(UnitTrade.execute(order, ++lastId, desk()));
      account = done.account();
      holding = done.holding();
      shard = done.shard();
    }

    private UnitDesk desk() {
      Holding now = holding.series() == fund.series() ? holding.at(fund) : Holding.none(fund);
      return new UnitDesk(account, now, fund, shard, 1, market, tick, tick.time());
    }

    /** Units of the present series. */
    BigDecimal units() {
      return desk().holding().units();
    }

    BigDecimal cash() {
      return account.cash();
    }
  }
}
