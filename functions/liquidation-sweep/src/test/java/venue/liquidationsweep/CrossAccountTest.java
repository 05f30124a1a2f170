package venue.liquidationsweep;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.account.Account;
import venue.domain.futures.CrossBox;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.MarketOrder;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.function.Advancing;
import venue.function.TestVenue;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.store.LiquidationStore;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.TestTables;
import venue.wire.Events;

class CrossAccountTest {
  private static final Caller CALLER = new Caller(Samples.ACCOUNT, "unused");
  private static final String BTC = "BTC_USDT";
  private static final String ETH = "ETH_USDT";
  private final TestVenue venue = new TestVenue();
  private final LiquidationSweep function = new LiquidationSweep(venue.environment(Map.of()));
  private final Advancing advancing = new Advancing(venue.environment(Map.of()));
  private long id = 1_000;

  @BeforeEach
  void openSecondMarketAndMakeBothCross() {
    Market eth = Samples.market(ETH, "1000");
    venue.openMarket(eth);
    for (String market : List.of(BTC, ETH)) {
      OrderReading read = read(market);
      LeverageChange cross =
          Samples.done(
              read.futuresDesk(market, 2, advancing.standing(state(), read.page()), TestVenue.NOW)
                  .then(desk -> LeverageChange.decide(20, true, ++id, desk)));
      assertThat(orders().commit(cross, read)).isTrue();
    }
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private OrderStore orders() {
    return new OrderStore(venue.counting().client(), TestTables::name);
  }

  private OrderReading read(String market) {
    return orders().read(CALLER, market, 0, Optional.empty());
  }

  private AccountState state() {
    return new AccountStore(venue.counting().client(), TestTables::name)
        .state(Samples.ACCOUNT)
        .orElseThrow();
  }

  private Account account() {
    return state().account();
  }

  private FuturesExecution trade(String market, FuturesOrder order) {
    OrderReading read = read(market);
    Tick tick = read.page().orElseThrow().tick().orElseThrow();
    FuturesExecution execution =
        Samples.done(
            read.futuresDesk(market, 2, advancing.standing(state(), read.page()), tick.time())
                .then(desk -> MarketOrder.execute(order, ++id, desk)));
    assertThat(orders().commit(execution, read, Optional.empty())).isTrue();
    return execution;
  }

  private void tick(String market, String price) {
    MarketPage page = venue.markets().page(market).orElseThrow();
    venue.markets().append(Samples.after(page.market(), page.tick().orElseThrow(), price, 5));
  }

  private void sweep() throws IOException {
    try (var payload = Events.open("minute.json")) {
      function.handleRequest(payload, new ByteArrayOutputStream(), venue.context());
    }
  }

  private List<LiquidationFill> liquidations() {
    return new LiquidationStore(venue.counting().client(), TestTables::name)
        .newest(Samples.ACCOUNT, 20);
  }

  private long size(String market) {
    return state().position(market).orElseThrow().size();
  }

  @Test
  void theProfitOfOnePositionBearsTheLossOfTheOther() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, -50_000));
    tick(BTC, "780");
    sweep();
    assertThat(liquidations()).isEmpty();
    tick(ETH, "780");
    sweep();
    assertThat(liquidations()).isEmpty();
    assertThat(size(BTC)).isEqualTo(50_000);
  }

  @Test
  void anAccountWhoseCashNoLongerBearsTheLossIsReducedAndNoMoreThanNeeded() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "905");
    tick(ETH, "905");
    sweep();
    assertThat(liquidations()).isNotEmpty();
    assertThat(liquidations().getLast().equity())
        .isLessThanOrEqualTo(liquidations().getLast().maintenance());
    assertThat(liquidations().getLast().beside()).hasSize(1);
    assertThat(size(BTC) + size(ETH)).isBetween(1L, 99_999L);
    assertThat(account().available()).isPositive();
    int done = liquidations().size();
    sweep();
    assertThat(liquidations()).hasSize(done);
  }

  @Test
  void anAccountWithADegradedMarketGoesOnWithItsOtherOne() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "805");
    MarketPage page = venue.markets().page(ETH).orElseThrow();
    Tick last = page.tick().orElseThrow();
    venue
        .markets()
        .append(
            new NextTick(page.market(), last.skew(), 1).degraded(last, last.time().plusSeconds(5)));
    tick(BTC, "800");
    tick(ETH, "800");
    sweep();
    assertThat(liquidations()).isNotEmpty();
    assertThat(liquidations().getLast().market()).isEqualTo(BTC);
    assertThat(liquidations().getLast().beside())
        .singleElement()
        .matches(beside -> beside.tick() == 2 && beside.price().compareTo(number("1000")) == 0);
  }

  @Test
  void aMarketThatDoesNotTickIsNotWaitedForLongerThanThreeTicks() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, -50_000));
    tick(BTC, "780");
    tick(BTC, "779");
    sweep();
    assertThat(liquidations()).isEmpty();
    tick(BTC, "778");
    sweep();
    assertThat(liquidations()).isNotEmpty().allMatch(fill -> fill.market().equals(BTC));
    assertThat(size(ETH)).isEqualTo(-50_000);
  }

  @Test
  void whatNoCashCoversTheInsurancePaysAndNobodyOwes() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "600");
    tick(ETH, "600");
    sweep();
    assertThat(size(BTC)).isZero();
    assertThat(size(ETH)).isZero();
    assertThat(account().cash()).isEqualByComparingTo("0");
    assertThat(account().cross()).isEmpty();
    assertThat(liquidations().getFirst().uncovered()).isPositive();
  }

  @Test
  void aPriceThatLeavesTheBoxHasItDrawnAgainAndWithinItNobodyLooks() throws IOException {
    trade(BTC, Samples.order(BTC, 20_000));
    trade(ETH, Samples.order(ETH, 20_000));
    CrossBox drawn = account().cross().orElseThrow();
    tick(BTC, "990");
    tick(ETH, "990");
    sweep();
    assertThat(account().cross()).contains(drawn);

    tick(BTC, "600");
    tick(ETH, "1400");
    sweep();
    assertThat(liquidations()).isEmpty();
    CrossBox next = account().cross().orElseThrow();
    assertThat(next.triggers()).isNotEqualTo(drawn.triggers());
    assertThat(next.reserve().amount()).isPositive();
    assertThat(next.seen()).containsEntry(BTC, 3L).containsEntry(ETH, 3L);
  }

  @Test
  void isLiquidatedAtTheMomentItWasDueThoughPricesHaveComeBack() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "900");
    tick(ETH, "900");
    tick(BTC, "1000");
    tick(ETH, "1000");
    sweep();
    assertThat(liquidations()).isNotEmpty().allMatch(fill -> fill.tick() == 2);
  }

  @Test
  void anUntouchedOrderOfAnotherMarketTakesNoMoreThanWhatTheLegsLeave() {
    trade(BTC, Samples.order(BTC, 50_000));
    OrderReading read = read(ETH);
    assertThat(
            Samples.refused(
                read.futuresDesk(ETH, 2, advancing.standing(state(), read.page()), TestVenue.NOW)
                    .then(desk -> MarketOrder.execute(Samples.order(ETH, 200_000), ++id, desk))))
        .isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
    assertThat(account().cash()).isGreaterThan(number("9900"));
  }
}
