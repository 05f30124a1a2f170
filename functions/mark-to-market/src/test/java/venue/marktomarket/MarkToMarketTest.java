package venue.marktomarket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import venue.domain.Samples;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Slot;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.market.Tick;
import venue.domain.market.Tick.Quality;
import venue.domain.smartleverage.Rebalance;
import venue.function.Environment;
import venue.function.TestCrowd;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.store.Caller;
import venue.store.CandleStore;
import venue.store.CountingClient.Call;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.TestTables;
import venue.wire.Events;

class MarkToMarketTest {
  private final TestVenue venue = new TestVenue();
  private final HttpServer sources = sources();
  private final List<SendMessageBatchRequestEntry> sent = new ArrayList<>();
  private final List<String> alarms = new ArrayList<>();
  private final List<String> hurried = new ArrayList<>();
  private Instant now = TestVenue.NOW.plusSeconds(5);

  /** Keeps what is sent; the real queue is the local venue's tests' business. */
  private final SqsClient queue =
      new SqsClient() {
        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
          assertThat(request.entries()).hasSizeLessThanOrEqualTo(10);
          sent.addAll(request.entries());
          return SendMessageBatchResponse.builder().build();
        }

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
          (request.queueUrl().equals("queue") ? hurried : alarms).add(request.messageBody());
          assertThat(Objects.requireNonNullElse(request.delaySeconds(), 0))
              .isEqualTo(request.queueUrl().equals("queue") ? 1 : 0);
          return SendMessageResponse.builder().build();
        }

        @Override
        public String serviceName() {
          return "sqs";
        }

        @Override
        public void close() {}
      };

  private static HttpServer sources() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    sources.stop(0);
    venue.close();
  }

  private void answers(String source, String price, Instant time) {
    answers(source, "BTC-USDT", price, time);
  }

  private void answers(String source, String market, String price, Instant time) {
    byte[] body =
        ("{\"data\":[{\"last\":\"" + price + "\",\"ts\":\"" + time.toEpochMilli() + "\"}]}")
            .getBytes(UTF_8);
    sources.createContext(
        "/" + source + "/" + market,
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private String source(String name) {
    return "{\"name\":\""
        + name
        + "\",\"url\":\"http://127.0.0.1:"
        + sources.getAddress().getPort()
        + "/"
        + name
        + "/{base}-{quote}\",\"price\":\"/data/0/last\",\"time\":\"/data/0/ts\",\"weight\":1}";
  }

  private String call(String event, int quorum) throws IOException {
    Environment given =
        venue.environment(
            Map.of(
                "PRICE_SOURCES",
                "[" + source("a") + "," + source("b") + "," + source("c") + "]",
                "PRICE_QUORUM",
                Integer.toString(quorum),
                "TICK_SECONDS",
                "5",
                "TICK_QUEUE",
                "queue",
                "LIQUIDATION_QUEUE",
                "alarms",
                "TRIGGER_QUEUE",
                "triggers",
                "REBALANCE_QUEUE",
                "rebalances"));
    Environment later =
        new Environment(given.variables(), given.dynamoDb(), () -> now, () -> now, given.random());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var payload = Events.open(event)) {
      new MarkToMarket(later, queue).handleRequest(payload, out, venue.context());
    }
    return out.toString(UTF_8);
  }

  private MarketPage page() {
    return venue.markets().page("BTC_USDT").orElseThrow();
  }

  private Tick latest() {
    return page().tick().orElseThrow();
  }

  @Test
  void aMinuteBeginsWithATickAndAMessageForEachThatFollows() throws IOException {
    answers("a", "1010", now);
    call("minute.json", 1);
    assertThat(latest().sequence()).isEqualTo(2);
    assertThat(latest().price()).isEqualByComparingTo("1010");
    assertThat(latest().quality()).isEqualTo(Quality.GOOD);
    assertThat(sent)
        .extracting(SendMessageBatchRequestEntry::delaySeconds)
        .containsExactly(5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55);
    assertThat(sent.getFirst().messageBody())
        .isEqualTo("{\"market\":\"BTC_USDT\",\"due\":" + now.plusSeconds(5).toEpochMilli() + "}");
  }

  @Test
  void aMessageBringsOneTickAndAnUnknownMarketNone() throws IOException {
    answers("a", "1010", now);
    assertThat(call("ticks-due.json", 1)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(latest().sequence()).isEqualTo(2);
    assertThat(sent).isEmpty();
  }

  @Test
  void aMessageDeliveredTwiceBringsOneTick() throws IOException {
    answers("a", "1010", now);
    call("ticks-due.json", 1);
    call("ticks-due.json", 1);
    assertThat(latest().sequence()).isEqualTo(2);
  }

  @Test
  void aTickThatMovesFastSendsForOneInASecondAndAnotherDoesNot() throws IOException {
    answers("a", "1002", now);
    call("ticks-due.json", 1);
    assertThat(hurried).isEmpty();
    now = now.plusSeconds(5);
    answers("b", "1006", now);
    sources.removeContext("/a/BTC-USDT");
    call("minute.json", 1);
    assertThat(latest().quality()).isEqualTo(Quality.GOOD);
    assertThat(hurried)
        .containsExactly(
            "{\"market\":\"BTC_USDT\",\"due\":" + now.plusSeconds(1).toEpochMilli() + "}");
  }

  @Test
  void aMessageThatComesTooLateBringsNone() throws IOException {
    now = TestVenue.NOW.plusSeconds(11);
    answers("a", "1010", now);
    call("ticks-due.json", 1);
    assertThat(latest().sequence()).isEqualTo(1);
  }

  @Test
  void theMedianOfTheSourcesIsThePriceAndAnOutlierIsDropped() throws IOException {
    answers("a", "1001", now);
    answers("b", "1002", now);
    answers("c", "2000", now);
    call("minute.json", 2);
    assertThat(latest().price()).isEqualByComparingTo("1001");
    assertThat(latest().quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void tooFewSourcesDegradeTheMarketAtItsLastPrice() throws IOException {
    answers("a", "1001", now);
    answers("b", "1200", now);
    call("minute.json", 2);
    assertThat(latest().quality()).isEqualTo(Quality.DEGRADED);
    assertThat(latest().price()).isEqualByComparingTo("1000");
    assertThat(venue.context().lines()).anyMatch(line -> line.contains("price source c left out"));
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aSourceThatStallsWithinItsAnswerIsLeftOut() throws IOException {
    answers("a", "1001", now);
    CountDownLatch over = new CountDownLatch(1);
    sources.createContext(
        "/b/BTC-USDT",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await(over);
        });
    call("minute.json", 1);
    over.countDown();
    assertThat(latest().price()).isEqualByComparingTo("1001");
    assertThat(latest().quality()).isEqualTo(Quality.GOOD);
    assertThat(venue.context().lines()).anyMatch(line -> line.contains("price source b left out"));
  }

  private static void await(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAnswerWithoutEndIsLeftOut() throws IOException {
    answers("a", "1001", now);
    answers("b", "1".repeat(2 << 20), now);
    call("minute.json", 1);
    assertThat(latest().price()).isEqualByComparingTo("1001");
    assertThat(venue.context().lines()).anyMatch(line -> line.contains("price source b left out"));
  }

  @Test
  void anOldAnswerIsNoAnswer() throws IOException {
    answers("a", "1001", now.minus(Duration.ofSeconds(11)));
    call("minute.json", 1);
    assertThat(latest().quality()).isEqualTo(Quality.DEGRADED);
  }

  @Test
  void aTickCostsOneTransactionOfThreeItems() throws IOException {
    answers("a", "1010", now);
    call("ticks-due.json", 1);
    assertThat(venue.counting().take())
        .filteredOn(call -> call.writeUnits() > 0)
        .extracting(Call::items)
        .containsExactly(3);
  }

  @Test
  void theFirstTickOfAMinuteStoresTheCandleOfTheOneBefore() throws IOException {
    now = TestVenue.NOW.plusSeconds(60);
    answers("a", "1010", now);
    call("minute.json", 1);
    assertThat(venue.counting().take())
        .filteredOn(call -> call.writeUnits() > 0)
        .extracting(Call::items)
        .containsExactly(4);
    CandleStore candles = new CandleStore(venue.counting().client(), TestTables::name);
    assertThat(candles.upTo(latest(), CandleInterval.MINUTE, TestVenue.NOW, now))
        .extracting(Candle::close)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(Samples.number("1000"), Samples.number("1010"));
  }

  @Test
  void aTickAtWhichAPositionIsDueSaysSoAndAnotherDoesNot() throws IOException {
    OrderStore orders = new OrderStore(venue.counting().client(), TestTables::name);
    OrderReading read =
        orders.read(new Caller(Samples.ACCOUNT, "unused"), "BTC_USDT", 0, Optional.empty());
    FuturesExecution execution =
        Samples.done(
            MarketOrder.execute(
                Samples.order("BTC_USDT", 1000),
                77,
                Samples.done(
                    read.futuresDesk(
                        Slot.single("BTC_USDT"),
                        2,
                        Samples.nothingOpen(read.state().orElseThrow().account()),
                        TestVenue.NOW))));
    orders.commit(execution, read, Optional.empty());

    answers("a", "992", now);
    call("ticks-due.json", 1);
    assertThat(latest().quality()).isEqualTo(Quality.GOOD);
    assertThat(alarms).isEmpty();

    now = now.plusSeconds(5);
    answers("b", "900", now);
    sources.removeContext("/a/BTC-USDT");
    call("minute.json", 1);
    assertThat(latest().quality()).isEqualTo(Quality.UNCONFIRMED);
    assertThat(alarms).isEmpty();

    now = now.plusSeconds(5);
    answers("c", "900", now);
    sources.removeContext("/b/BTC-USDT");
    call("minute.json", 1);
    assertThat(alarms).containsExactly("{\"market\":\"BTC_USDT\",\"tick\":4}");
  }

  @Test
  void aTickPublishesTheHousesEquityAndSaysSoIfItIsBelowItsFloor() throws IOException {
    answers("a", "1010", now);
    call("ticks-due.json", 1);
    assertThat(latest().houseEquity().orElseThrow()).isEqualByComparingTo("1000000");

    TestCrowd crowd = new TestCrowd(venue, "100", "0");
    crowd.buy(Samples.ACCOUNT, 1000);
    now = now.plusSeconds(5);
    answers("a", "ETH-USDT", "1009", now);
    call("minute.json", 1);
    assertThat(crowd.tick().quality()).isEqualTo(Quality.GOOD);
    assertThat(crowd.tick().houseEquity().orElseThrow()).isEqualByComparingTo(crowd.equity());
    assertThat(crowd.equity()).isLessThan(crowd.floor());
    assertThat(alarms).containsExactly("{\"market\":\"ETH_USDT\",\"tick\":2}");
  }

  @Test
  void aTickIsStoredOnlyAfterTheRebalancesOfTheTickBeforeAreDone() throws IOException {
    Tick fallen = Samples.after(page().market(), latest(), "500", 5);
    venue.markets().append(fallen);
    now = now.plusSeconds(10);
    answers("a", "500", now);
    call("minute.json", 1);
    assertThat(latest().sequence()).isEqualTo(3);
    assertThat(venue.markets().rebalances("BTC_USDT_LONG", 10))
        .extracting(Rebalance::tick)
        .containsExactly(fallen.sequence());
  }

  @Test
  void aTickTellsWhatWasTradedAndItsMinuteAddsItUp() throws IOException {
    TestTrading trading = new TestTrading(venue);
    trading.buy(10);
    answers("a", "1001", now);
    call("minute.json", 1);
    trading.close();
    now = now.plusSeconds(5);
    answers("b", "1002", now);
    sources.removeContext("/a/BTC-USDT");
    call("minute.json", 1);

    assertThat(latest().traded().contracts()).isEqualTo(20);
    BigDecimal value =
        trading.filled().stream()
            .map(fill -> fill.price().price().multiply(Samples.number("0.01")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(latest().traded().value()).isEqualByComparingTo(value);
    assertThat(latest().minutes().running().orElseThrow().traded()).isEqualTo(latest().traded());
  }

  @Test
  void fundingAccruesWithEachTick() throws IOException {
    answers("a", "1010", now);
    call("minute.json", 1);
    assertThat(latest().fundingIndex()).isEqualByComparingTo("0");
    assertThat(latest().fundingRate()).isEqualByComparingTo("0");
    assertThat(page().funds()).hasSize(2);
    assertThat(page().funds().getFirst().navAt(latest())).isGreaterThan(Samples.number("1"));
  }
}
