package venue.function;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import venue.domain.Outcome;
import venue.domain.Side;
import venue.domain.advance.Due;
import venue.domain.advance.Standing;
import venue.domain.futures.Accepted;
import venue.domain.futures.CrossBox;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Liquidation;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Netting;
import venue.domain.futures.Position;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.domain.smartleverage.UnitDesk;
import venue.domain.smartleverage.UnitExecution;
import venue.domain.smartleverage.UnitTrade;
import venue.store.AccountState;
import venue.store.HouseStore;
import venue.store.MarketPage;
import venue.store.MarketStore;
import venue.store.OrderStore;

/** Does what is due in an account: each at its own tick, each one transaction. */
final class Effects {
  private final OrderStore orders;
  private final MarketStore markets;
  private final FundAdvancing funds;
  private final HouseStore house;
  private final HouseRoom room;
  private final OrderIds ids;
  private final int shards;
  private final RandomGenerator random;

  Effects(Environment environment) {
    orders = new OrderStore(environment.dynamoDb(), environment::variable);
    markets = new MarketStore(environment.dynamoDb(), environment::variable);
    funds = FundAdvancing.of(environment);
    house = new HouseStore(environment.dynamoDb(), environment::variable);
    room = HouseRoom.of(environment);
    ids = new OrderIds(environment.venueTime(), environment.random());
    shards = environment.positive("HOUSE_SHARDS");
    random = environment.random();
  }

  /** Stores one effect and says what it was; none if something read has changed since. */
  Optional<String> store(Due due, AccountState state) {
    MarketPage page = markets.page(due.tick().market()).orElseThrow();
    return switch (due) {
      case Due.Liquidated(Position held, List<CrossLeg> legs, Tick tick) ->
          liquidate(held, legs, tick, state, page);
      case Due.CrossLiquidated step -> liquidate(step, state);
      case Due.OutOfBox(List<CrossLeg> _, CrossBox next, Tick tick) ->
          orders.redraw(next, state)
              ? Optional.of(
                  "box of account %d drawn again, tick %d of %s"
                      .formatted(state.account().number(), tick.sequence(), tick.market()))
              : Optional.empty();
      case Due.Looked(LimitOrder order, Tick tick) ->
          orders.amend(order.lookedAt(tick.sequence()), order, state)
              ? Optional.of(line(order, "looked at", tick))
              : Optional.empty();
      case Due.Ended(RestingOrder order, End end, Tick tick) -> end(order, end, tick, state);
      case Due.Fill(RestingOrder order, List<CrossLeg> legs, Tick tick) ->
          switch (order) {
            case PriceOrder price -> {
              long id = ids.next();
              Accepted placed = new Accepted(id, tick.time());
              yield fill(price, price.order(), placed, id, legs, tick, state, page);
            }
            case RestingFutures rests -> {
              Accepted accepted = new Accepted(rests.id(), rests.time());
              yield fill(rests, rests.order(), accepted, ids.next(), legs, tick, state, page);
            }
            case WaitingUnitOrder units -> trade(units, legs, tick, state, page);
          };
    };
  }

  private Optional<String> liquidate(
      Position held, List<CrossLeg> legs, Tick tick, AccountState state, MarketPage page) {
    List<HouseShard> all = house.shards(page.market().name(), shards);
    HouseShard own = all.get(random.nextInt(all.size()));
    List<HouseShard> others = all.stream().filter(shard -> !shard.equals(own)).toList();
    List<FinishedOrder> cancelled = cancelled(List.of(held), state, tick.time());
    FuturesDesk desk =
        desk(held, own, legs, tick, state, page.market())
            .withOrderMargin(FinishedOrder.margin(cancelled).negate());
    Liquidation liquidation = Liquidation.due(ids.next(), desk, others).orElseThrow();
    return orders.commit(liquidation, cancelled, state, page.market(), tick)
        ? Optional.of(line(liquidation.fill()))
        : Optional.empty();
  }

  private Optional<String> liquidate(Due.CrossLiquidated due, AccountState state) {
    CrossLeg leg = due.leg();
    List<CrossLeg> beside = due.legs().stream().filter(other -> !other.equals(leg)).toList();
    List<HouseShard> all = house.shards(leg.market().name(), shards);
    HouseShard own = all.get(random.nextInt(all.size()));
    List<FinishedOrder> cancelled =
        cancelled(due.legs().stream().map(CrossLeg::position).toList(), state, due.time());
    FuturesDesk desk =
        new FuturesDesk(
                state.account(),
                leg.position(),
                own,
                shards,
                leg.market(),
                leg.tick(),
                beside,
                due.time())
            .withOrderMargin(FinishedOrder.margin(cancelled).negate());
    List<HouseShard> others = all.stream().filter(shard -> !shard.equals(own)).toList();
    if (due.step().against().isPresent()) {
      Position against = due.legs().get(due.step().against().getAsInt()).position();
      Netting netting = Netting.of(ids.next(), due.step().contracts(), desk, against, others);
      return orders.commit(netting, cancelled, state, leg.market(), leg.tick())
          ? Optional.of(line(netting.first().fill()) + "; " + line(netting.second().fill()))
          : Optional.empty();
    }
    Liquidation liquidation = Liquidation.ofCross(ids.next(), due.step().contracts(), desk, others);
    return orders.commit(liquidation, cancelled, state, leg.market(), leg.tick())
        ? Optional.of(line(liquidation.fill()))
        : Optional.empty();
  }

  // What would add risk in the markets of these positions.
  private static List<FinishedOrder> cancelled(
      List<Position> positions, AccountState state, Instant time) {
    Standing standing = Standing.of(state.account(), state.open(), state.resting(), List.of());
    return positions.stream()
        .map(Position::market)
        .distinct()
        .flatMap(market -> standing.adding(market).stream())
        .map(order -> FinishedOrder.unfilled(order, End.LIQUIDATED, time))
        .toList();
  }

  private Optional<String> fill(
      RestingOrder resting,
      FuturesOrder order,
      Accepted accepted,
      long id,
      List<CrossLeg> legs,
      Tick tick,
      AccountState state,
      MarketPage page) {
    Market market = page.market();
    Position held =
        state.held(resting.slot(state.account().mode()).orElseThrow(), market.contract());
    Outcome<FuturesExecution> outcome =
        room.anywhere(
            market,
            shard ->
                MarketOrder.rested(
                    order,
                    accepted,
                    id,
                    desk(held, shard, legs, tick, state, market)
                        .withOrderMargin(resting.margin().negate())));
    return outcome.fold(
        done -> {
          FinishedOrder finished = finished(resting, End.SUCCEEDED, Optional.of(id), tick);
          return orders.commit(done, finished, state, market, tick)
              ? Optional.of(line(resting, "filled", tick))
              : Optional.empty();
        },
        refusal -> end(resting, End.FAILED, tick, state));
  }

  private Optional<String> trade(
      WaitingUnitOrder units, List<CrossLeg> legs, Tick tick, AccountState state, MarketPage page) {
    Side side = units.order().fund().endsWith("_" + Side.LONG) ? Side.LONG : Side.SHORT;
    if (!funds.advance(page).isEmpty()) {
      return Optional.empty();
    }
    Fund fund = markets.fundAt(page.fund(side).orElseThrow(), tick);
    Holding holding =
        state
            .holding(fund.name())
            .filter(held -> held.series() == fund.series())
            .map(held -> held.at(fund))
            .orElseGet(() -> Holding.none(fund));
    Outcome<UnitExecution> outcome =
        room.anywhere(
            page.market(),
            shard ->
                UnitTrade.rested(
                    units.order().merged(fund.epoch() - units.epoch()),
                    units.id(),
                    new UnitDesk(
                        state.account().withOrderMargin(units.margin().negate()),
                        holding,
                        fund,
                        shard,
                        shards,
                        page.market(),
                        tick,
                        legs,
                        tick.time())));
    return outcome.fold(
        done ->
            orders.commit(
                    done, finished(units, End.SUCCEEDED, Optional.of(units.id()), tick), state)
                ? Optional.of(line(units, "executed", tick))
                : Optional.empty(),
        refusal -> end(units, End.FAILED, tick, state));
  }

  private Optional<String> end(RestingOrder order, End end, Tick tick, AccountState state) {
    return orders.end(List.of(finished(order, end, Optional.empty(), tick)), state)
        ? Optional.of(line(order, "ended " + end, tick))
        : Optional.empty();
  }

  private static FinishedOrder finished(
      RestingOrder order, End end, Optional<Long> fill, Tick tick) {
    return new FinishedOrder(order, end, fill, tick.time());
  }

  private FuturesDesk desk(
      Position held,
      HouseShard shard,
      List<CrossLeg> legs,
      Tick tick,
      AccountState state,
      Market market) {
    List<CrossLeg> beside =
        legs.stream().filter(leg -> !leg.position().slot().equals(held.slot())).toList();
    return new FuturesDesk(state.account(), held, shard, shards, market, tick, beside, tick.time());
  }

  private static String line(RestingOrder order, String what, Tick tick) {
    return "order %d in %s %s at %s, tick %d"
        .formatted(order.id(), order.market(), what, tick.price().toPlainString(), tick.sequence());
  }

  private static String line(LiquidationFill fill) {
    return "liquidated account %d in %s: %d of %d contracts at %s, tick %d"
        .formatted(
            fill.account(),
            fill.market(),
            Math.abs(fill.closed()),
            Math.abs(fill.size()),
            fill.fillPrice().toPlainString(),
            fill.tick());
  }
}
