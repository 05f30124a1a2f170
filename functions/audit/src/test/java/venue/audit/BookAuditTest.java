package venue.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.house.HouseFunding;
import venue.domain.house.HouseShard;
import venue.domain.house.HouseWithdrawal;
import venue.function.Environment;
import venue.function.FundAdvancing;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.store.HouseStore;
import venue.store.TestTables;
import venue.wire.Events;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

class BookAuditTest {
  private static final String ACCOUNT = "account#" + Samples.ACCOUNT;
  private static final String FIRST_BUY = "entry#0000000000000070";
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final DynamoDbClient store = venue.counting().client();

  @BeforeEach
  void trade() {
    trading.buy(100);
    trading.buyUnits(Side.LONG, "500");
    trading.tick("1010");
    trading.buy(-30);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Environment later(Duration time) {
    Environment now = venue.environment(Map.of());
    return new Environment(
        now.variables(),
        now.dynamoDb(),
        now.wallTime(),
        () -> TestVenue.NOW.plus(time),
        now.random());
  }

  private Json call(String event, Duration after) throws IOException, MalformedJson {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var payload = Events.open(event)) {
      new BookAudit(later(after)).handleRequest(payload, out, venue.context());
    }
    return Json.parse(out.toString(UTF_8));
  }

  private Json audit() throws IOException, MalformedJson {
    return call("audit-now.json", Duration.ZERO);
  }

  private static String text(Json answer, String pointer) {
    return ((JsonText) answer.at(pointer).orElseThrow()).text();
  }

  private String firstDifference() throws IOException, MalformedJson {
    Json answer = audit();
    assertThat(text(answer, "/state")).isEqualTo("differs");
    List<Json> first = ((JsonArray) answer.at("/first").orElseThrow()).elements();
    return ((JsonText) first.getFirst()).text();
  }

  private void alter(
      String table, String pk, String sk, Consumer<Map<String, AttributeValue>> change) {
    Map<String, AttributeValue> key =
        Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    Map<String, AttributeValue> item =
        new HashMap<>(store.getItem(get -> get.tableName(table).key(key)).item());
    assertThat(item).as(pk + " " + sk).isNotEmpty();
    change.accept(item);
    store.putItem(put -> put.tableName(table).item(item));
  }

  private static Consumer<Map<String, AttributeValue>> oneMore(String name) {
    return item ->
        item.compute(
            name,
            (_, old) ->
                AttributeValue.fromN(
                    new BigDecimal(Objects.requireNonNull(old).n())
                        .add(BigDecimal.ONE)
                        .toPlainString()));
  }

  /** One more on an amount of the posting in a book, and as much less in the posting of another. */
  private static Consumer<Map<String, AttributeValue>> moved(String name) {
    return item -> {
      List<AttributeValue> postings = of(item, "postings").l();
      item.put(
          "postings",
          AttributeValue.fromL(
              List.of(
                  moved(postings.get(0), "CASH", name, "1"),
                  moved(postings.get(1), "FEES", name, "-1"))));
    };
  }

  private static AttributeValue moved(
      AttributeValue posting, String balance, String name, String by) {
    Map<String, AttributeValue> altered = new HashMap<>(posting.m());
    Map<String, AttributeValue> movement = new HashMap<>(of(altered, balance).m());
    movement.compute(
        name,
        (_, old) ->
            AttributeValue.fromN(
                new BigDecimal(Objects.requireNonNull(old).n())
                    .add(new BigDecimal(by))
                    .toPlainString()));
    altered.put(balance, AttributeValue.fromM(movement));
    return AttributeValue.fromM(altered);
  }

  private static AttributeValue of(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  private String shard() {
    List<Map<String, AttributeValue>> shards =
        store.scan(scan -> scan.tableName("House")).items().stream()
            .filter(item -> "books".equals(of(item, "sk").s()))
            .filter(item -> new BigDecimal(of(item, "cost").n()).signum() != 0)
            .toList();
    return of(shards.getFirst(), "pk").s();
  }

  @Test
  void everythingHoldsAfterTheOperatorTookOutFees() throws Exception {
    HouseStore house = new HouseStore(store, TestTables::name);
    List<HouseShard> before = house.shards("BTC_USDT", 2);
    HouseFunding taken =
        Samples.done(HouseWithdrawal.decide(before, new BigDecimal("0.05"), 90, TestVenue.NOW));
    assertThat(house.commit(before, taken.shards(), taken.entry(), Optional.empty())).isTrue();
    assertThat(text(audit(), "/state")).isEqualTo("holds");
  }

  @Test
  void everythingHoldsAsItWasBooked() throws Exception {
    Json answer = audit();
    assertThat(text(answer, "/state")).isEqualTo("holds");
    assertThat(text(answer, "/gap")).matches("0(\\.0*)?");
    assertThat(text(answer, "/paid_in")).startsWith("1110000");
    assertThat(answer.at("/accounts").flatMap(Json::decimal)).contains(BigDecimal.ONE);
    assertThat(answer.at("/entries").flatMap(Json::decimal)).contains(new BigDecimal(5));
  }

  @Test
  void namesTheAccountWhoseCashWasAltered() throws Exception {
    alter("Accounts", ACCOUNT, "state#account", oneMore("cash"));
    assertThat(firstDifference())
        .startsWith("account/" + Samples.ACCOUNT + ", sequence 4: CASH is stored as ");
  }

  @Test
  void namesTheEntryThatDoesNotSumToZero() throws Exception {
    alter(
        "Accounts",
        ACCOUNT,
        FIRST_BUY,
        item ->
            item.put(
                "postings",
                AttributeValue.fromL(
                    List.of(
                        moved(of(item, "postings").l().get(0), "CASH", "change", "1"),
                        of(item, "postings").l().get(1)))));
    assertThat(firstDifference())
        .isEqualTo("account/" + Samples.ACCOUNT + ", entry 70, sequence 2: it sums to 1, not to 0");
  }

  @Test
  void namesTheEntryAtWhichABalanceDoesNotGoOn() throws Exception {
    alter("Accounts", ACCOUNT, FIRST_BUY, moved("change"));
    assertThat(firstDifference())
        .startsWith("account/" + Samples.ACCOUNT + ", entry 70, sequence 2: CASH was ");
  }

  @Test
  void namesTheEntryThatIsMissing() throws Exception {
    store.deleteItem(
        delete ->
            delete
                .tableName("Accounts")
                .key(
                    Map.of(
                        "pk", AttributeValue.fromS(ACCOUNT),
                        "sk", AttributeValue.fromS(FIRST_BUY))));
    assertThat(firstDifference())
        .isEqualTo(
            "account/" + Samples.ACCOUNT + ", sequence 2: the entry with this number is missing");
  }

  @Test
  void namesTheHoldingWhoseUnitsWereAltered() throws Exception {
    alter("Accounts", ACCOUNT, "state#holding#BTC_USDT_LONG", oneMore("units"));
    assertThat(firstDifference())
        .startsWith(
            "account/" + Samples.ACCOUNT + ", sequence 4: BTC_USDT_LONG#1 units: stored as ");
  }

  @Test
  void namesThePositionThatWasAltered() throws Exception {
    alter("Accounts", ACCOUNT, "state#position#BTC_USDT", oneMore("size"));
    assertThat(firstDifference())
        .startsWith(
            "account/"
                + Samples.ACCOUNT
                + ", sequence 4: BTC_USDT contracts long: stored as 71, its entries lead to 70");
  }

  @Test
  void namesTheShardWhoseSumOverPositionsWasAltered() throws Exception {
    String altered = shard();
    alter("House", altered, "books", oneMore("cost"));
    assertThat(firstDifference())
        .startsWith(altered.replace('#', '/'))
        .contains("COST is stored as ");
  }

  private Map<String, AttributeValue> item(String table, String pk, String sk) {
    Map<String, AttributeValue> key =
        Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    return store.getItem(get -> get.tableName(table).key(key)).item();
  }

  @Test
  void namesAnAccountThatWasPutBackToWhatItWas() throws Exception {
    Map<String, AttributeValue> account = item("Accounts", ACCOUNT, "state#account");
    Map<String, AttributeValue> position = item("Accounts", ACCOUNT, "state#position#BTC_USDT");
    trading.close();
    store.putItem(put -> put.tableName("Accounts").item(account));
    store.putItem(put -> put.tableName("Accounts").item(position));
    assertThat(firstDifference())
        .isEqualTo(
            "account/"
                + Samples.ACCOUNT
                + ", sequence 4: it is stored as of this entry, its entries go on to 5");
  }

  @Test
  void namesAShardThatWasPutBackToWhatItWas() throws Exception {
    String altered = shard();
    Map<String, AttributeValue> before = item("House", altered, "books");
    for (int i = 0; item("House", altered, "books").equals(before); i++) {
      trading.buyAs(90 + i, 1);
    }
    store.putItem(put -> put.tableName("House").item(before));
    assertThat(firstDifference())
        .startsWith(altered.replace('#', '/'))
        .contains("it is stored as of this entry, its entries go on to ");
  }

  @Test
  void namesAnEntryThatCannotBeRead() throws Exception {
    alter("Accounts", ACCOUNT, FIRST_BUY, damaged -> damaged.remove("postings"));
    assertThat(firstDifference())
        .isEqualTo(
            "account/"
                + Samples.ACCOUNT
                + ", entry 70, sequence 0: it has no part in this account's book");
  }

  @Test
  void namesAnAccountThatIsGoneThoughItsEntriesAreThere() throws Exception {
    store.deleteItem(
        delete ->
            delete
                .tableName("Accounts")
                .key(
                    Map.of(
                        "pk", AttributeValue.fromS(ACCOUNT),
                        "sk", AttributeValue.fromS("state#account"))));
    assertThat(firstDifference())
        .isEqualTo(
            "account/" + Samples.ACCOUNT + ", sequence 0: it has items, but is not there itself");
  }

  @Test
  void namesAnAccountThatCannotBeReadAndGoesOn() throws Exception {
    alter("Accounts", ACCOUNT, "state#account", item -> item.remove("cash"));
    assertThat(firstDifference())
        .startsWith("account/" + Samples.ACCOUNT + ", sequence 0: it cannot be read: ")
        .contains("lacks cash");
  }

  @Test
  void namesAHoldingThatSaysItIsOfAnotherSeries() throws Exception {
    alter("Accounts", ACCOUNT, "state#holding#BTC_USDT_LONG", oneMore("series"));
    assertThat(firstDifference()).contains("BTC_USDT_LONG#2 units: stored as ");
  }

  @Test
  void anAuditThatIsOvertakenDoesNotSpoilTheOneThatGoesOn() throws Exception {
    Call now = new Call(false, false);
    Auditing other = new Auditing(later(Duration.ZERO), 2);
    int[] checks = {0};
    Result overtaken =
        new Auditing(later(Duration.ZERO), 2)
            .run(
                now,
                () -> {
                  if (++checks[0] == 2) {
                    assertThat(other.run(now, () -> 0)).isInstanceOf(Result.Resting.class);
                  }
                  return checks[0] < 2 ? 20_000 : 0;
                });
    assertThat(overtaken).isInstanceOf(Result.Overtaken.class);
    assertThat(text(toItsEnd(other).json(), "/state")).isEqualTo("holds");
  }

  private static Result toItsEnd(Auditing auditing) {
    Result result = auditing.run(new Call(false, false), () -> 0);
    while (result instanceof Result.Resting) {
      result = auditing.run(new Call(false, false), () -> 0);
    }
    return result;
  }

  @Test
  void aSeriesThatIsWipedWhileItRestsDoesNotDisturbIt() throws Exception {
    Auditing hurried = new Auditing(later(Duration.ZERO), 2);
    assertThat(hurried.run(new Call(false, false), () -> 0)).isInstanceOf(Result.Resting.class);
    trading.tick("20");
    FundAdvancing.of(later(Duration.ZERO)).advanced("BTC_USDT", line -> {});
    trading.buyUnits(Side.LONG, "100", 81);
    assertThat(text(toItsEnd(hurried).json(), "/state")).isEqualTo("holds");
    assertThat(text(audit(), "/state")).isEqualTo("holds");
  }

  @Test
  void goesOnWhereItHadNoTimeForMore() throws Exception {
    Auditing hurried = new Auditing(later(Duration.ZERO), 2);
    Call now = new Call(false, false);
    int rests = 0;
    Result result = hurried.run(now, () -> 0);
    while (result instanceof Result.Resting) {
      rests++;
      trading.tick("1000");
      result = hurried.run(now, () -> 0);
    }
    assertThat(rests).isGreaterThan(2);
    assertThat(text(result.json(), "/state")).isEqualTo("holds");
    assertThat(result.json().at("/entries").flatMap(Json::decimal)).contains(new BigDecimal(5));
    assertThat(
            store.scan(scan -> scan.tableName("House")).items().stream()
                .filter(item -> "audit".equals(of(item, "pk").s())))
        .as("what it kept while it rested is gone")
        .hasSize(1);
  }

  @Test
  void whatIsTradedWhileItRestsDoesNotDisturbIt() throws Exception {
    Auditing hurried = new Auditing(later(Duration.ZERO), 2);
    Call now = new Call(false, false);
    assertThat(hurried.run(now, () -> 0)).isInstanceOf(Result.Resting.class);
    trading.close();
    Result result = hurried.run(now, () -> 0);
    while (result instanceof Result.Resting) {
      result = hurried.run(now, () -> 0);
    }
    assertThat(text(result.json(), "/state")).isEqualTo("holds");
  }

  @Test
  void theScheduleAuditsOnceADayAndFailsWhereSomethingDoesNotHold() throws Exception {
    assertThat(text(call("hour.json", Duration.ZERO), "/state")).isEqualTo("holds");
    assertThat(text(call("hour.json", Duration.ofHours(1)), "/state")).isEqualTo("not_due");
    alter("Accounts", ACCOUNT, "state#account", oneMore("cash"));
    assertThat(text(call("hour.json", Duration.ofHours(23)), "/state")).isEqualTo("not_due");
    assertThatThrownBy(() -> call("hour.json", Duration.ofHours(24)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("account/" + Samples.ACCOUNT);
  }
}
