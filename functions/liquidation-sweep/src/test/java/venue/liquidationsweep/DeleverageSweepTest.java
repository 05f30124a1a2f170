package venue.liquidationsweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.domain.Side;
import venue.domain.futures.CrossBox;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.DeleverageRanking;
import venue.domain.futures.LegTrigger;
import venue.domain.futures.Slot;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;
import venue.function.Environment;
import venue.function.TestCrowd;
import venue.function.TestVenue;
import venue.store.InterruptedClient;
import venue.store.RankingStore;
import venue.store.TestTables;

/**
 * Three accounts are long 6 in all at 1000.1 and a bit more, with a house of 1000 and a floor of 10
 * %. At 1100 the house's equity is about 401, its floor 660: (660 − 401) / 110 = 2.36 have to go.
 */
class DeleverageSweepTest {
  private static final long FIRST = 20_000_001;
  private static final long SECOND = 20_000_002;
  private static final long THIRD = 20_000_003;
  private static final long SHORT = 20_000_004;
  private static final long TO_CLOSE = 2358;
  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  private TestCrowd crowd(String house) {
    return new TestCrowd(venue, house, "10");
  }

  /** The third has the lowest leverage, the first the highest. */
  private TestCrowd threeLong() {
    TestCrowd crowd = crowd("1000");
    holds(crowd, THIRD, 2, 1000);
    holds(crowd, SECOND, 5, 3000);
    holds(crowd, FIRST, 10, 2000);
    return crowd;
  }

  private static void holds(TestCrowd crowd, long account, int leverage, long size) {
    crowd.join(account, "10000");
    crowd.leverage(account, leverage, false);
    crowd.buy(account, size);
  }

  private String sweep(LiquidationSweep function, Tick tick) {
    String message = "{\\\"market\\\":\\\"ETH_USDT\\\",\\\"tick\\\":" + tick.sequence() + "}";
    String event = "{\"Records\":[{\"messageId\":\"1\",\"body\":\"" + message + "\"}]}";
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, venue.context());
      return out.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LiquidationSweep function() {
    return new LiquidationSweep(venue.environment(Map.of()));
  }

  private LiquidationSweep interrupted(IntConsumer before) {
    Environment given = venue.environment(Map.of());
    return new LiquidationSweep(
        new Environment(
            given.variables(),
            InterruptedClient.around(given.dynamoDb(), before),
            given.wallTime(),
            given.venueTime(),
            given.random()));
  }

  private static void isClosedAsFarAsNeeded(TestCrowd crowd) {
    assertThat(crowd.position(FIRST).isFlat()).isTrue();
    assertThat(crowd.position(SECOND).size()).isEqualTo(3000 - (TO_CLOSE - 2000));
    assertThat(crowd.position(THIRD).size()).isEqualTo(1000);
    assertThat(crowd.equity()).isBetween(crowd.floor(), crowd.floor().add(number("0.11")));
    assertThat(crowd.deleveraged(FIRST)).hasSize(1);
    assertThat(crowd.deleveraged(SECOND)).hasSize(1);
  }

  @Test
  void closesTheHighestRankedWinnersAtThePriceJustUntilTheFloorIsMet() {
    TestCrowd crowd = threeLong();
    Tick tick = crowd.tick("1100");
    BigDecimal equity = crowd.equity();
    assertThat(sweep(function(), tick)).isEqualTo("{\"batchItemFailures\":[]}");
    isClosedAsFarAsNeeded(crowd);
    assertThat(crowd.equity().subtract(equity)).isBetween(number("0"), number("0.0000000001"));
    DeleverageFill first = crowd.deleveraged(FIRST).getFirst();
    DeleverageFill second = crowd.deleveraged(SECOND).getFirst();
    assertThat(first.price()).isEqualByComparingTo("1100");
    assertThat(first.deficit().equity()).isEqualByComparingTo(equity);
    assertThat(first.deficit().floor()).isEqualByComparingTo("660");
    assertThat(first.deficit().contracts()).isEqualTo(TO_CLOSE);
    assertThat(first.place().rank()).isEqualTo(1);
    assertThat(first.place().step()).isEqualTo(1);
    assertThat(second.place().rank()).isEqualTo(2);
    assertThat(second.place().step()).isEqualTo(2);
    assertThat(second.place().score()).isLessThan(first.place().score());
  }

  @Test
  void aRepeatedMessageAndTheScheduleCloseNoMore() throws IOException {
    TestCrowd crowd = threeLong();
    Tick tick = crowd.tick("1100");
    sweep(function(), tick);
    sweep(function(), tick);
    minute();
    isClosedAsFarAsNeeded(crowd);
  }

  // The first transaction is the cut of the short fund.
  @Test
  void goesOnWhereItStoppedBetweenTwoClosings() {
    TestCrowd crowd = threeLong();
    Tick tick = crowd.tick("1100");
    String answer =
        sweep(
            interrupted(
                transaction -> {
                  if (transaction == 3) {
                    throw new InterruptedClient.Stopped();
                  }
                }),
            tick);
    assertThat(answer).contains("itemIdentifier");
    assertThat(crowd.position(FIRST).isFlat()).isTrue();
    assertThat(crowd.position(SECOND).size()).isEqualTo(3000);
    sweep(function(), tick);
    isClosedAsFarAsNeeded(crowd);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void twoAtOnceCloseNoMoreThanOne(int meetAt) {
    TestCrowd crowd = threeLong();
    Tick tick = crowd.tick("1100");
    sweep(
        interrupted(
            transaction -> {
              if (transaction == meetAt) {
                sweep(function(), tick);
              }
            }),
        tick);
    isClosedAsFarAsNeeded(crowd);
  }

  @Test
  void liquidatesWhoIsDueAtTheLatestTickBeforeItClosesWinners() {
    TestCrowd crowd = threeLong();
    holds(crowd, SHORT, 20, -500);
    Tick before = crowd.tick("1020");
    crowd.tick("1100");
    sweep(function(), before);
    assertThat(crowd.position(SHORT).isFlat()).isTrue();
    assertThat(
            venue.context().lines().stream().filter(line -> line.contains("account")).findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains("liquidated account " + SHORT));
    assertThat(crowd.deleveraged(FIRST).getFirst().deficit().skew()).isEqualByComparingTo("6");
    assertThat(crowd.equity()).isGreaterThanOrEqualTo(crowd.floor());
  }

  @Test
  void closesNobodyAtAnOldPriceOrOneInDoubt() {
    TestCrowd crowd = threeLong();
    Tick tick = crowd.tick("1100");
    Environment given = venue.environment(Map.of());
    Instant late = tick.time().plusSeconds(11);
    sweep(
        new LiquidationSweep(
            new Environment(
                given.variables(), given.dynamoDb(), () -> late, () -> late, given.random())),
        tick);
    assertThat(crowd.position(FIRST).size()).isEqualTo(2000);
    var market = venue.markets().page(TestCrowd.MARKET).orElseThrow().market();
    Tick degraded =
        venue
            .markets()
            .append(
                new NextTick(market, crowd.skew(), 6000).degraded(tick, tick.time().plusSeconds(5)))
            .inForce()
            .orElseThrow();
    sweep(function(), degraded);
    assertThat(crowd.position(FIRST).size()).isEqualTo(2000);
  }

  @Test
  void closesNobodyWhileEquityIsAtItsFloor() {
    TestCrowd crowd = threeLong();
    sweep(function(), crowd.tick("1050"));
    assertThat(crowd.equity()).isGreaterThan(crowd.floor());
    assertThat(crowd.position(FIRST).size()).isEqualTo(2000);
  }

  @Test
  void closesShortsThatWin() {
    TestCrowd crowd = crowd("1000");
    holds(crowd, FIRST, 10, -4000);
    holds(crowd, SECOND, 10, -4000);
    holds(crowd, THIRD, 10, 1000);
    sweep(function(), crowd.tick("901"));
    assertThat(crowd.deleveraged(FIRST)).hasSize(1);
    assertThat(crowd.deleveraged(FIRST).getFirst().closed()).isPositive();
    assertThat(crowd.deleveraged(THIRD)).isEmpty();
    assertThat(crowd.equity()).isGreaterThanOrEqualTo(crowd.floor());
  }

  @Test
  void takesExposureBackFromTheFundOnceEveryWinnerIsClosed() {
    TestCrowd crowd = crowd("600");
    holds(crowd, FIRST, 10, 1000);
    crowd.join(SECOND, "10000");
    crowd.buyUnits(SECOND, Side.LONG, "4000");
    Fund before = crowd.fund(Side.LONG);
    Tick tick = crowd.tick("1100");
    BigDecimal equity = crowd.equity();
    assertThat(sweep(function(), tick)).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(crowd.position(FIRST).isFlat()).isTrue();
    assertThat(crowd.equity()).isBetween(crowd.floor(), crowd.floor().add(number("0.11")));
    assertThat(crowd.equity().subtract(equity)).isBetween(number("0"), number("0.0000000001"));
    Fund after = crowd.fund(Side.LONG);
    assertThat(after.navAt(tick)).isEqualByComparingTo(before.navAt(tick));
    assertThat(after.exposure()).isBetween(BigDecimal.ZERO, before.exposure());
    Rebalance done = venue.markets().rebalances(after.name(), 1).getFirst();
    assertThat(done.kind()).isEqualTo(Rebalance.Kind.DELEVERAGE);
    assertThat(done.before().exposure()).isEqualByComparingTo(before.exposure());
    assertThat(done.after().exposure()).isEqualByComparingTo(after.exposure());
    assertThat(done.deleverage().orElseThrow().step()).isEqualTo(2);
    assertThat(crowd.equity().subtract(done.deleverage().orElseThrow().deficit().equity()))
        .isBetween(BigDecimal.ZERO, number("0.000000000001"));
    sweep(function(), tick);
    assertThat(crowd.fund(Side.LONG)).isEqualTo(after);
  }

  @Test
  void twoAtOnceTakeNoMoreFromTheFundThanOne() {
    TestCrowd crowd = crowd("600");
    crowd.join(SECOND, "10000");
    crowd.buyUnits(SECOND, Side.LONG, "4000");
    Tick tick = crowd.tick("1100");
    sweep(
        interrupted(
            transaction -> {
              if (transaction == 2) {
                sweep(function(), tick);
              }
            }),
        tick);
    assertThat(venue.markets().rebalances(crowd.fund(Side.LONG).name(), 9)).hasSize(1);
    assertThat(crowd.equity()).isBetween(crowd.floor(), crowd.floor().add(number("0.11")));
  }

  @Test
  void takesNothingFromTheFundAtATickThatIsNoLongerTheLatest() {
    TestCrowd crowd = crowd("600");
    crowd.join(SECOND, "10000");
    crowd.buyUnits(SECOND, Side.LONG, "4000");
    BigDecimal exposure = crowd.fund(Side.LONG).exposure();
    Tick tick = crowd.tick("1100");
    sweep(
        interrupted(
            transaction -> {
              if (transaction == 2) {
                crowd.tick("1010");
              }
            }),
        tick);
    assertThat(crowd.equity()).isGreaterThan(crowd.floor());
    assertThat(crowd.fund(Side.LONG).exposure()).isEqualByComparingTo(exposure);
  }

  @Test
  void drawsTheBoxOfACrossAccountAgain() {
    TestCrowd crowd = crowd("500");
    crowd.join(FIRST, "400");
    crowd.leverage(FIRST, 10, true);
    crowd.buy(FIRST, 3000);
    Tick tick = crowd.tick("1100");
    LegTrigger before = trigger(crowd);
    sweep(function(), tick);
    assertThat(crowd.position(FIRST).size()).isBetween(1800L, 1850L);
    CrossBox box = crowd.state(FIRST).account().cross().orElseThrow();
    assertThat(trigger(crowd)).isNotEqualTo(before);
    assertThat(box.seen()).containsEntry(TestCrowd.MARKET, tick.sequence());
    assertThat(number(Objects.requireNonNull(indexed(FIRST).get("liquidationKey")).n()))
        .isEqualByComparingTo(trigger(crowd).key());
  }

  private static LegTrigger trigger(TestCrowd crowd) {
    CrossBox box = crowd.state(FIRST).account().cross().orElseThrow();
    return Objects.requireNonNull(box.triggers().get(Slot.single(TestCrowd.MARKET)));
  }

  private Map<String, AttributeValue> indexed(long account) {
    return venue
        .counting()
        .client()
        .getItem(
            get ->
                get.tableName("Accounts")
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS("account#" + account),
                            "sk", AttributeValue.fromS("state#position#ETH_USDT"))))
        .item();
  }

  @Test
  void theScheduleRanksWinnersOnceAnHour() throws IOException {
    TestCrowd crowd = threeLong();
    RankingStore rankings = new RankingStore(venue.counting().client(), TestTables::name);
    Tick first = crowd.tick("1010");
    minute();
    DeleverageRanking made = rankings.ranking(TestCrowd.MARKET).orElseThrow();
    assertThat(made.time()).isEqualTo(first.time());
    assertThat(made.limits().get(Side.LONG)).hasSize(4).isSortedAccordingTo(reverseOrder());
    assertThat(made.limits().get(Side.SHORT)).isEmpty();
    crowd.tick("1020");
    minute();
    assertThat(rankings.ranking(TestCrowd.MARKET)).contains(made);
    Tick later = crowd.tick("1030", 3600);
    minute();
    assertThat(rankings.ranking(TestCrowd.MARKET).orElseThrow().time()).isEqualTo(later.time());
  }

  private void minute() throws IOException {
    function()
        .handleRequest(
            new ByteArrayInputStream("{}".getBytes(UTF_8)),
            new ByteArrayOutputStream(),
            venue.context());
  }

  @Test
  void oneAccountThatCannotBeReadKeepsNoOtherFromBeingClosed() {
    TestCrowd crowd = threeLong();
    putDamagedAccount(Side.LONG);
    Tick tick = crowd.tick("1100");
    assertThat(sweep(function(), tick)).contains("itemIdentifier");
    isClosedAsFarAsNeeded(crowd);
  }

  @Test
  void oneAccountThatCannotBeLiquidatedKeepsNobodyFromBeingClosed() {
    TestCrowd crowd = threeLong();
    putDamagedAccount(Side.SHORT);
    Tick tick = crowd.tick("1100");
    assertThat(sweep(function(), tick)).contains("itemIdentifier");
    assertThat(venue.context().lines())
        .anyMatch(line -> line.contains("account 20000009 could not be advanced"));
    isClosedAsFarAsNeeded(crowd);
  }

  /** An account whose items cannot be read, with a position that the index names on a side. */
  private void putDamagedAccount(Side side) {
    String partition = "ETH_USDT#" + side + "#1.0#0";
    for (Map<String, String> item :
        List.of(
            Map.of("sk", "state#account"),
            Map.of("sk", "state#position#ETH_USDT", "liquidationPartition", partition))) {
      venue.counting().client().putItem(put -> put.tableName("Accounts").item(damaged(item)));
    }
  }

  private static Map<String, AttributeValue> damaged(Map<String, String> texts) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.fromS("account#20000009"));
    texts.forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
    if (texts.containsKey("liquidationPartition")) {
      item.put("liquidationKey", AttributeValue.fromN("1"));
    }
    return item;
  }
}
