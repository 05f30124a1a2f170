package venue.liquidationsweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.domain.Samples;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.domain.market.Tick;
import venue.function.Environment;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.TestTables;
import venue.wire.Events;

class LiquidationSweepTest {
  private static final Caller CALLER = new Caller(Samples.ACCOUNT, "unused");
  private final TestVenue venue = new TestVenue();
  private final LiquidationSweep function = new LiquidationSweep(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private void buy(long size) {
    OrderStore orders = new OrderStore(venue.counting().client(), TestTables::name);
    OrderReading read = orders.read(CALLER, "BTC_USDT", 0, Optional.empty());
    FuturesExecution execution =
        Samples.done(
            MarketOrder.execute(
                Samples.order("BTC_USDT", size),
                77,
                Samples.done(
                    read.futuresDesk(
                        Slot.single("BTC_USDT"),
                        2,
                        Samples.nothingOpen(read.state().orElseThrow().account()),
                        TestVenue.NOW))));
    orders.commit(execution, read, Optional.empty());
  }

  private void tick(String price) {
    MarketPage page = venue.markets().page("BTC_USDT").orElseThrow();
    Tick last = page.tick().orElseThrow();
    venue.markets().append(Samples.after(page.market(), last, price, 5));
  }

  private Position position() {
    return new AccountStore(venue.counting().client(), TestTables::name)
        .state(Samples.ACCOUNT)
        .orElseThrow()
        .position(Slot.single("BTC_USDT"))
        .orElseThrow();
  }

  private List<LiquidationFill> liquidations() {
    return new TestTrading(venue).liquidated();
  }

  private String call(String event) throws IOException {
    return call(function, event);
  }

  private String call(LiquidationSweep function, String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var payload = Events.open(event)) {
      function.handleRequest(payload, out, venue.context());
    }
    return out.toString(UTF_8);
  }

  @Test
  void liquidatesAtTheTickOfTheMessageOnceHoweverOftenItComes() throws IOException {
    buy(1000);
    tick("904");
    assertThat(call("position-due.json")).isEqualTo("{\"batchItemFailures\":[]}");
    long left = position().size();
    assertThat(left).isBetween(1L, 999L);

    call("position-due.json");

    assertThat(position().size()).isEqualTo(left);
    assertThat(liquidations()).hasSize(1);
    LiquidationFill evidence = liquidations().getFirst();
    assertThat(evidence.tick()).isEqualTo(2);
    assertThat(evidence.equity()).isLessThanOrEqualTo(evidence.maintenance());
    assertThat(evidence.closed()).isEqualTo(left - 1000);
  }

  @Test
  void liquidatesAtTheTickThatFoundItEvenIfThePriceHasComeBackSince() throws IOException {
    buy(1000);
    tick("904");
    tick("1000");
    call("position-due.json");
    assertThat(liquidations()).hasSize(1);
    assertThat(liquidations().getFirst().price()).isEqualByComparingTo("904");
  }

  @Test
  void findsByItsScheduleWhatIsDueAtTheLatestTick() throws IOException {
    buy(1000);
    tick("800");
    call("minute.json");
    assertThat(position().isFlat()).isTrue();
    assertThat(venue.context().lines()).singleElement().asString().contains("1000 of 1000");
  }

  /** An account whose items cannot be read, first in the order of the index. */
  private void damagedAccountThatIsDue() {
    Map<String, AttributeValue> key =
        Map.of(
            "pk",
            AttributeValue.fromS("account#10000002"),
            "sk",
            AttributeValue.fromS("state#account"));
    Map<String, AttributeValue> position = new HashMap<>();
    position.put("pk", AttributeValue.fromS("account#10000002"));
    position.put("sk", AttributeValue.fromS("state#position#BTC_USDT"));
    position.put("liquidationPartition", AttributeValue.fromS("BTC_USDT#LONG#1.0#0"));
    position.put("liquidationKey", AttributeValue.fromN("898.81"));
    for (Map<String, AttributeValue> item : List.of(key, position)) {
      venue.counting().client().putItem(put -> put.tableName("Accounts").item(item));
    }
  }

  @Test
  void oneAccountThatCannotBeLiquidatedKeepsNoOtherWaiting() throws IOException {
    buy(1000);
    damagedAccountThatIsDue();
    tick("904");
    assertThat(call("position-due.json")).contains("itemIdentifier");
    assertThat(position().size()).isLessThan(1000);
    assertThat(venue.context().lines())
        .anyMatch(line -> line.contains("account 10000002 could not"));
  }

  @Test
  void whatItHasNoTimeForIsLeftToTheNext() throws IOException {
    buy(1000);
    tick("904");
    Environment given = venue.environment(Map.of());
    Iterator<Instant> hurried =
        Stream.iterate(TestVenue.NOW, time -> time.plusSeconds(21)).iterator();
    LiquidationSweep slow =
        new LiquidationSweep(
            new Environment(
                given.variables(),
                given.dynamoDb(),
                hurried::next,
                given.venueTime(),
                given.random()));
    assertThat(call(slow, "position-due.json")).contains("itemIdentifier");
    assertThat(position().size()).isEqualTo(1000);
    assertThat(call("position-due.json")).doesNotContain("itemIdentifier");
    assertThat(position().size()).isLessThan(1000);
  }

  @Test
  void leavesAloneWhatIsNotDue() throws IOException {
    buy(1000);
    tick("920");
    call("position-due.json");
    call("minute.json");
    assertThat(position().size()).isEqualTo(1000);
    assertThat(liquidations()).isEmpty();
  }
}
