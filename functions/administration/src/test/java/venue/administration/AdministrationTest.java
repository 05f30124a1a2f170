package venue.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.smartleverage.FixedMultiple;
import venue.domain.smartleverage.FundRule;
import venue.domain.smartleverage.Rebalance;
import venue.domain.smartleverage.RecentringBand;
import venue.domain.smartleverage.VariableRange;
import venue.domain.smartleverage.VolatilityTarget;
import venue.function.FundAdvancing;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

class AdministrationTest {
  private static final String ACCOUNT = "10000077";
  private final TestVenue venue = new TestVenue();
  private final Administration function = new Administration(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer call(String method, String template, String body, Map<String, String> parameters)
      throws Exception {
    JsonObject.Builder given = JsonObject.builder();
    parameters.forEach(given::put);
    Map<String, Json> replaced =
        Map.of(
            "routeKey", new JsonText(method + " " + template),
            "body", new JsonText(body),
            "pathParameters", given.build());
    return venue.call(function, "open-account.json", replaced);
  }

  private Answer market(String name, String price) throws Exception {
    return call(
        "PUT",
        "/admin/markets/{contract}",
        "{\"reference_price\":\"" + price + "\"}",
        Map.of("contract", name));
  }

  private Answer house(String body) throws Exception {
    return call("POST", "/admin/markets/{contract}/house", body, Map.of("contract", "BTC_USDT"));
  }

  @Test
  void opensTheAccountOfTheEventOnce() throws Exception {
    Answer answer = venue.callAsItIs(function, "open-account.json");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/account")).isEqualTo(ACCOUNT);
    assertThat(answer.text("/cash")).isEqualTo("0");
    Answer again = venue.callAsItIs(function, "open-account.json");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/label")).isEqualTo("ACCOUNT_EXISTS");
  }

  @Test
  void drawsANumberForAnAccountThatAsksForNone() throws Exception {
    Answer answer = call("POST", "/admin/accounts", "", Map.of());
    assertThat(answer.status()).isEqualTo(201);
    assertThat(Long.parseLong(answer.text("/account"))).isBetween(10_000_000L, (1L << 31) - 1);
  }

  @Test
  void depositsOnceUnderOneId() throws Exception {
    venue.callAsItIs(function, "open-account.json");
    assertThat(venue.callAsItIs(function, "deposit.json").status()).isEqualTo(201);
    Answer again = venue.callAsItIs(function, "deposit.json");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/cash")).isEqualTo("250.5");
    assertThat(again.text("/deposited")).isEqualTo("250.5");
  }

  @Test
  void saysThatAnIdWasUsedForAnotherTransfer() throws Exception {
    venue.callAsItIs(function, "open-account.json");
    venue.callAsItIs(function, "deposit.json");
    Map<String, String> account = Map.of("account", ACCOUNT);
    for (String kind : new String[] {"deposits", "withdrawals"}) {
      Answer other =
          call(
              "POST",
              "/admin/accounts/{account}/" + kind,
              "{\"amount\":\"3\",\"id\":\"wire-17\"}",
              account);
      assertThat(other.status()).isEqualTo(409);
      assertThat(other.text("/message")).contains("id").contains("250.5");
    }
  }

  @Test
  void paysInForTheHouseOnceUnderOneId() throws Exception {
    String payment = "{\"house\":\"5\",\"id\":\"wire-18\"}";
    assertThat(house(payment).status()).isEqualTo(201);
    Answer again = house(payment);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/house")).isEqualTo("1000005");
  }

  @Test
  void saysThatAnIdWasUsedForAnotherPayment() throws Exception {
    house("{\"house\":\"5\",\"id\":\"wire-18\"}");
    for (String other : List.of("\"house\":\"50\"", "\"house\":\"5\",\"insurance\":\"1\"")) {
      Answer refused = house("{" + other + ",\"id\":\"wire-18\"}");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/label")).isEqualTo("DUPLICATE_REQUEST");
      assertThat(refused.text("/message")).contains("house 5, insurance 0, fees 0 USDT");
    }
    assertThat(house("{\"house\":\"5\",\"id\":\"wire-18\"}").text("/house")).isEqualTo("1000005");
  }

  private Answer withdrawal(String body) throws Exception {
    return call(
        "POST",
        "/admin/markets/{contract}/house/withdrawals",
        body,
        Map.of("contract", "BTC_USDT"));
  }

  @Test
  void takesOutFeesOnceUnderOneId() throws Exception {
    new TestTrading(venue).buy(1_000);
    String body = "{\"fees\":\"0.1\",\"id\":\"out-1\"}";
    Answer taken = withdrawal(body);
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.text("/paid_in")).isEqualTo("1099999.9");
    Answer again = withdrawal(body);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/fees")).isEqualTo(taken.text("/fees"));
    assertThat(house("{\"house\":\"1\",\"id\":\"out-1\"}").text("/message"))
        .contains("house 0, insurance 0, fees -0.1 USDT");
    Answer more = withdrawal("{\"fees\":\"900\"}");
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.text("/label")).isEqualTo("INSUFFICIENT_AVAILABLE");
    assertThat(withdrawal("{\"house\":\"1\"}").text("/label")).isEqualTo("MISSING_REQUIRED_PARAM");
    assertThat(withdrawal("{\"fees\":\"-1\"}").text("/message")).contains("fees");
  }

  @Test
  void aPaymentWhoseAmountWasNotKeptIsTheSame() throws Exception {
    venue
        .counting()
        .client()
        .putItem(
            put ->
                put.tableName("House")
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("house#BTC_USDT#0"),
                            "sk", AttributeValue.fromS("transfer#wire-0"),
                            "entry", AttributeValue.fromN("5"))));
    assertThat(house("{\"house\":\"5\",\"id\":\"wire-0\"}").status()).isEqualTo(200);
  }

  @Test
  void refusesAPaymentThatIsNoMoney() throws Exception {
    assertThat(house("{\"house\":\"0.0000000000001\"}").text("/label"))
        .isEqualTo("INVALID_PARAM_VALUE");
    assertThat(house("{\"insurance\":\"1000000000000000\"}").text("/message"))
        .contains("insurance");
  }

  @Test
  void aNameTooLongForTheStoreIsJustNotThere() throws Exception {
    String name = "A".repeat(3_000);
    Answer market = call("GET", "/admin/markets/{contract}/house", "", Map.of("contract", name));
    assertThat(market.status()).isEqualTo(404);
    Answer key =
        call(
            "DELETE",
            "/admin/accounts/{account}/keys/{key}",
            "",
            Map.of("account", Long.toString(Samples.ACCOUNT), "key", name));
    assertThat(key.status()).isEqualTo(404);
  }

  @Test
  void refusesADepositToNobody() throws Exception {
    Answer answer = venue.callAsItIs(function, "deposit.json");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/label")).isEqualTo("USER_NOT_FOUND");
  }

  @Test
  void letsOnlyWhatIsAvailableLeave() throws Exception {
    Map<String, String> account = Map.of("account", Long.toString(Samples.ACCOUNT));
    String template = "/admin/accounts/{account}/withdrawals";
    Answer tooMuch = call("POST", template, "{\"amount\":\"10000.01\"}", account);
    assertThat(tooMuch.text("/label")).isEqualTo("INSUFFICIENT_AVAILABLE");
    assertThat(tooMuch.text("/message")).contains("amount");
    assertThat(call("POST", template, "{\"amount\":\"10000\"}", account).text("/cash"))
        .isEqualTo("0");
  }

  @Test
  void withdrawsOnceUnderOneId() throws Exception {
    Map<String, String> account = Map.of("account", Long.toString(Samples.ACCOUNT));
    String template = "/admin/accounts/{account}/withdrawals";
    String body = "{\"amount\":\"40\",\"id\":\"wire-18\"}";
    assertThat(call("POST", template, body, account).status()).isEqualTo(201);
    Answer again = call("POST", template, body, account);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/cash")).isEqualTo("9960");
  }

  @Test
  void refusesAnAmountThatIsNone() throws Exception {
    Map<String, String> account = Map.of("account", Long.toString(Samples.ACCOUNT));
    String template = "/admin/accounts/{account}/deposits";
    assertThat(call("POST", template, "{\"amount\":\"-5\"}", account).text("/label"))
        .isEqualTo("INVALID_PARAM_VALUE");
    assertThat(call("POST", template, "{}", account).text("/label"))
        .isEqualTo("MISSING_REQUIRED_PARAM");
  }

  @Test
  void issuesAKeyThatNamesItsAccountAndRevokesIt() throws Exception {
    Map<String, String> account = Map.of("account", Long.toString(Samples.ACCOUNT));
    Answer issued = call("POST", "/admin/accounts/{account}/keys", "{}", account);
    assertThat(issued.status()).isEqualTo(201);
    assertThat(issued.text("/key")).startsWith("000000989681").hasSize(32);
    assertThat(issued.text("/secret")).hasSize(64);

    Map<String, String> key =
        Map.of("account", Long.toString(Samples.ACCOUNT), "key", issued.text("/key"));
    String template = "/admin/accounts/{account}/keys/{key}";
    assertThat(call("DELETE", template, "", key).status()).isEqualTo(200);
    assertThat(call("DELETE", template, "", key).status()).isEqualTo(404);
  }

  @Test
  void opensAMarketOnceAndKeepsItsConfiguration() throws Exception {
    Answer opened = market("AVAX_USDT", "30");
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.text("/quanto_multiplier")).isEqualTo("0.1");
    Answer again = market("AVAX_USDT", "3000");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/quanto_multiplier")).isEqualTo("0.1");
  }

  @Test
  void refusesAMarketWithAnUnfitNameOrPrice() throws Exception {
    assertThat(market("avax", "30").text("/message")).contains("contract");
    assertThat(market("AVAX_USDT", "0").text("/message")).contains("reference_price");
  }

  @Test
  void spreadsWhatTheHouseIsPaidOverItsShardsToTheLastDigit() throws Exception {
    Answer before = house("{\"insurance\":\"0.000000000001\"}");
    assertThat(before.status()).isEqualTo(201);
    assertThat(before.text("/insurance")).isEqualTo("100000.000000000001");
    assertThat(house("{}").text("/label")).isEqualTo("MISSING_REQUIRED_PARAM");
  }

  private Answer configured(String rest) throws Exception {
    return call(
        "PUT",
        "/admin/markets/{contract}",
        "{\"reference_price\":\"30\"" + rest + "}",
        Map.of("contract", "AVAX_USDT"));
  }

  private Market configuration() {
    return venue.markets().page("AVAX_USDT").orElseThrow().market();
  }

  @Test
  void theOperatorChoosesAPolicyForEachFundAndWhetherOrdersWait() throws Exception {
    Answer opened =
        configured(
            ",\"orders_wait\":true,\"management_fee\":\"0.01\","
                + "\"long_fund\":{\"policy\":\"fixed_multiple\",\"multiple\":\"3\",\"highest\":\"4\",\"daily\":\"00:02\"},"
                + "\"short_fund\":{\"policy\":\"recentring_band\",\"target\":\"2\",\"lowest\":\"1.7\",\"highest\":\"2.3\","
                + "\"ripcord\":\"2.6\",\"speed\":\"0.05\",\"interval\":86400,\"cooldown\":60}");
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.text("/orders_wait")).isEqualTo("true");
    assertThat(configuration().fill().waits()).isTrue();
    assertThat(configuration().fund())
        .isEqualTo(
            new FundRule(
                new FixedMultiple(
                    new BigDecimal("3"),
                    BigDecimal.ZERO,
                    new BigDecimal("4"),
                    Optional.of(LocalTime.of(0, 2))),
                new RecentringBand(
                    new BigDecimal("2"),
                    new BigDecimal("1.7"),
                    new BigDecimal("2.3"),
                    new BigDecimal("2.6"),
                    new BigDecimal("0.05"),
                    Duration.ofDays(1),
                    Duration.ofMinutes(1)),
                new BigDecimal("0.01")));
  }

  @Test
  void whatIsNotSaidOfAFundIsAsUsual() throws Exception {
    configured(
        ",\"short_fund\":{\"policy\":\"variable_range\",\"start\":\"2\",\"lowest\":\"1.25\",\"highest\":\"4\"},"
            + "\"long_fund\":{\"band\":\"0.5\"}");
    assertThat(configuration().fund().managementFee())
        .isEqualByComparingTo(FundRule.USUAL.managementFee());
    assertThat(configuration().fund().ofLong())
        .isInstanceOfSatisfying(
            VolatilityTarget.class,
            target -> assertThat(target.band()).isEqualByComparingTo("0.5"));
    assertThat(configuration().fund().ofShort()).isInstanceOf(VariableRange.class);
  }

  @Test
  void aPolicyThatBreaksItsOwnRuleIsRefusedWithTheRule() throws Exception {
    assertThat(
            configured(
                    ",\"long_fund\":{\"policy\":\"fixed_multiple\",\"multiple\":\"3\",\"highest\":\"2\"}")
                .text("/message"))
        .contains("long_fund")
        .contains("lowest < multiple < highest");
    assertThat(configured(",\"short_fund\":{\"band\":\"1\"}").text("/message"))
        .contains("short_fund")
        .contains("0 < band < 1");
    assertThat(configured(",\"long_fund\":{\"policy\":\"best\"}").text("/message"))
        .contains("long_fund.policy");
    assertThat(
            configured(
                    ",\"long_fund\":{\"policy\":\"fixed_multiple\",\"multiple\":\"3\",\"highest\":\"4\",\"daily\":\"noon\"}")
                .text("/message"))
        .contains("long_fund.daily");
    assertThat(configured(",\"long_fund\":\"fixed_multiple\"").text("/message"))
        .contains("long_fund should be an object");
    assertThat(configured(",\"order_wait\":true").text("/message")).contains("order_wait");
    assertThat(
            configured(",\"long_fund\":{\"target_volatility\":\"1000000000000000000000.5\"}")
                .text("/message"))
        .contains("target_volatility ≤ 100");
    assertThat(configured(",\"management_fee\":\"1\"").text("/message")).contains("management_fee");
    assertThat(venue.markets().page("AVAX_USDT")).isEmpty();
  }

  @Test
  void showsWhatTheHouseStandsAgainstAndWhatFundsHaveTraded() throws Exception {
    TestTrading trading = new TestTrading(venue);
    trading.buyUnits(Side.LONG, "1000");
    trading.buy(100);
    trading.tick("500");
    FundAdvancing.of(venue.environment(Map.of())).advanced("BTC_USDT", line -> {});
    Answer shown =
        call("GET", "/admin/markets/{contract}/house", "", Map.of("contract", "BTC_USDT"));
    Rebalance cut = venue.markets().rebalances("BTC_USDT_LONG", 1).getFirst();
    BigDecimal units = Samples.number(shown.text("/funds/0/units"));
    assertThat(shown.text("/funds/0/product")).isEqualTo("BTC_USDT_LONG");
    assertThat(Samples.number(shown.text("/funds/0/exposure")))
        .isEqualByComparingTo(units.multiply(cut.after().exposure()));
    assertThat(Samples.number(shown.text("/net_exposure")))
        .isEqualByComparingTo(
            units
                .multiply(cut.after().exposure())
                .add(Samples.number("0.1"))
                .setScale(18, RoundingMode.HALF_EVEN));
    assertThat(Samples.number(shown.text("/funds/0/rebalanced_24h")))
        .isNegative()
        .isEqualByComparingTo(
            units.multiply(cut.after().exposure().subtract(cut.before().exposure())));
    assertThat(Samples.number(shown.text("/reserve")))
        .isEqualByComparingTo(Samples.number(shown.text("/floor")).multiply(BigDecimal.TWO));
    assertThat(shown.text("/funds/1/rebalanced_24h")).isEqualTo("0");
  }
}
