package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.orderplacement.Placing.assertRefused;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.futures.FuturesFill;
import venue.domain.futures.Slot;
import venue.domain.market.Tick;
import venue.domain.resting.Countdown;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.store.CountdownStore;
import venue.store.TestTables;

/** A market in which every order waits for the next good tick, at 1000. */
class EveryOrderWaitsTest {
  private static final String ETH = "ETH_USDT";
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @BeforeEach
  void open() {
    venue.openMarket(Samples.market(ETH, "1000").waiting());
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer order(long size, String price, String tif) throws Exception {
    return client.order(
        "{\"contract\":\"ETH_USDT\",\"size\":%d,\"price\":\"%s\",\"tif\":\"%s\"}"
            .formatted(size, price, tif));
  }

  private Answer units(String rest) throws Exception {
    return client.units("{\"product\":\"ETH_USDT_LONG\"," + rest + "}");
  }

  private Tick tick(String price) throws Exception {
    Tick last = venue.markets().page(ETH).orElseThrow().tick().orElseThrow();
    Tick next =
        venue
            .markets()
            .append(Samples.after(venue.markets().page(ETH).orElseThrow().market(), last, price, 5))
            .inForce()
            .orElseThrow();
    client.order(1);
    return next;
  }

  private long held() {
    return trading.state().position(Slot.single(ETH)).map(position -> position.size()).orElse(0L);
  }

  private BigDecimal setAside() {
    return trading.state().account().orderMargin();
  }

  @Test
  void aMarketOrderFillsAtThePriceOfTheNextTickAndNotAtTheOneThatIsKnown() throws Exception {
    Answer placed = order(10, "0", "ioc");
    assertThat(placed.status()).isEqualTo(201);
    assertThat(placed.text("/status")).isEqualTo("open");
    assertThat(held()).isZero();
    assertThat(setAside()).isPositive();

    Tick next = tick("1005");

    FuturesFill fill =
        trading.filled(trading.ended(Long.parseLong(placed.text("/id"))).fill().orElseThrow());
    assertThat(fill.tick()).isEqualTo(next.sequence());
    assertThat(fill.price().price()).isBetween(number("1005"), number("1006"));
    assertThat(held()).isEqualTo(10);
    assertThat(setAside()).isZero();
  }

  @Test
  void whatMustFillAtOnceEndsAtATickBeyondItsLimit() throws Exception {
    String within = order(10, "1006", "ioc").text("/id");
    String beyond = order(20, "1004", "fok").text("/id");
    tick("1005");
    assertThat(trading.ended(Long.parseLong(within)).fill()).isPresent();
    assertThat(trading.ended(Long.parseLong(beyond)).end().name()).isEqualTo("UNFILLED");
    assertThat(held()).isEqualTo(10);
    assertThat(setAside()).isZero();
  }

  @Test
  void aLimitOrderRestsThoughItsPriceIsThere() throws Exception {
    Answer placed = order(10, "1006", "gtc");
    assertThat(placed.text("/status")).isEqualTo("open");
    tick("1007");
    assertThat(held()).isZero();
    tick("1005");
    assertThat(held()).isEqualTo(10);
    assertRefused(order(10, "1010", "poc"), 400, "ORDER_POC_IMMEDIATE", "price");
  }

  @Test
  void anAmendedOrderStillWaits() throws Exception {
    String id = order(10, "990", "gtc").text("/id");
    Answer amended = client.amend(id, "{\"price\":\"1006\"}");
    assertThat(amended.text("/status")).isEqualTo("open");
    assertThat(held()).isZero();
    tick("1005");
    assertThat(held()).isEqualTo(10);
  }

  @Test
  void unitsAreBoughtAndSoldAtTheNextTick() throws Exception {
    Answer bought = units("\"side\":\"buy\",\"amount\":\"100\"");
    assertThat(bought.status()).isEqualTo(201);
    assertThat(bought.text("/status")).isEqualTo("open");
    assertThat(bought.text("/side")).isEqualTo("buy");
    assertThat(setAside()).isEqualByComparingTo("100");
    tick("1005");
    assertThat(setAside()).isZero();
    BigDecimal held = trading.state().holding("ETH_USDT_LONG").orElseThrow().units();
    assertThat(held).isBetween(number("98"), number("100"));

    assertThat(units("\"side\":\"sell\",\"fraction\":\"1\"").text("/status")).isEqualTo("open");
    tick("1005");
    assertThat(trading.state().holding("ETH_USDT_LONG").orElseThrow().units()).isZero();
  }

  @Test
  void whatCouldNotFillNowIsRefusedNow() throws Exception {
    assertRefused(order(2_000_000, "0", "ioc"), 400, "SIZE_TOO_LARGE", "size");
    assertRefused(order(150_000, "0", "ioc"), 400, "INSUFFICIENT_AVAILABLE", "size");
    assertRefused(
        units("\"side\":\"buy\",\"amount\":\"20000\""), 400, "INSUFFICIENT_AVAILABLE", "amount");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void whatIsSetAsideCannotBeSpentTwice() throws Exception {
    assertThat(order(60_000, "0", "ioc").status()).isEqualTo(201);
    assertRefused(order(60_000, "0", "ioc"), 400, "INSUFFICIENT_AVAILABLE", "size");
    assertRefused(
        units("\"side\":\"buy\",\"amount\":\"6000\""), 400, "INSUFFICIENT_AVAILABLE", "amount");
  }

  @Test
  void whatWaitsCanBeTakenBackAndFreesWhatWasSetAside() throws Exception {
    String id = order(10, "0", "ioc").text("/id");
    String units = units("\"side\":\"buy\",\"amount\":\"100\"").text("/id");
    assertThat(client.cancelOrder(id).text("/finish_as")).isEqualTo("cancelled");
    assertThat(client.cancelUnitOrder(units).text("/finish_as")).isEqualTo("cancelled");
    assertThat(setAside()).isZero();
    tick("1005");
    assertThat(held()).isZero();
  }

  @Test
  void unitsAreNotBoughtBeyondTheirLimit() throws Exception {
    String within =
        units("\"side\":\"buy\",\"amount\":\"100\",\"limit_price\":\"1.02\"").text("/id");
    String beyond =
        units("\"side\":\"buy\",\"amount\":\"50\",\"limit_price\":\"1.004\"").text("/id");
    tick("1005");
    assertThat(trading.ended(Long.parseLong(within)).fill()).isPresent();
    assertThat(trading.ended(Long.parseLong(beyond)).end().name()).isEqualTo("FAILED");
    assertThat(setAside()).isZero();
  }

  @Test
  void aCountdownTakesBackWhatWaitsAndMayOpen() throws Exception {
    String id = order(10, "0", "ioc").text("/id");
    new CountdownStore(venue.counting().client(), TestTables::name)
        .set(Samples.ACCOUNT, new Countdown(Optional.of(ETH), TestVenue.NOW));
    client.order(1);
    assertThat(trading.ended(Long.parseLong(id)).end().name()).isEqualTo("CANCELLED");
    assertThat(setAside()).isZero();
  }
}
