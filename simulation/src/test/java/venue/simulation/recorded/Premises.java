package venue.simulation.recorded;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import venue.domain.Samples;
import venue.domain.market.Caps;
import venue.domain.market.Market;
import venue.simulation.request.Answer;
import venue.simulation.request.Credentials;
import venue.simulation.request.HttpCall;
import venue.simulation.request.Requests;
import venue.store.HouseStore;
import venue.store.MarketStore;
import venue.store.TestTables;
import venue.wire.ApiKey;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/** Opens a market that takes on all risk asked for, funds its house, signs up who trades. */
record Premises(RecordedVenue venue, Requests requests) {
  private static final BigDecimal HOUSE = BigDecimal.valueOf(10_000_000);
  private static final BigDecimal INSURANCE = BigDecimal.valueOf(1_000_000);
  private static final long CAP = 1_000_000_000;

  Market open(String name, BigDecimal price) {
    Market usual = Samples.market(name, price.toPlainString());
    Market market =
        new Market(
            usual.contract(),
            usual.fill(),
            usual.funding(),
            new Caps(CAP, CAP, BigDecimal.valueOf(CAP), BigDecimal.valueOf(CAP)),
            usual.solvency(),
            usual.fund(),
            usual.jumpBound(),
            usual.priceAgeMax(),
            usual.startingVolatility(),
            usual.createTime());
    new HouseStore(venue.store, TestTables::name).create(name, RecordedVenue.SHARDS);
    new MarketStore(venue.store, TestTables::name).open(market);
    operate(
        "ADMIN_HOUSE_PATH",
        Map.of("contract", name),
        JsonObject.builder().put("house", HOUSE).put("insurance", INSURANCE));
    return market;
  }

  void signUp(List<Trader> traders) {
    for (Trader trader : traders) {
      Map<String, String> account = Map.of("account", Long.toString(trader.account()));
      operate(
          "ADMIN_ACCOUNTS_PATH", Map.of(), JsonObject.builder().put("account", trader.account()));
      Json key = operate("ADMIN_KEYS_PATH", account, JsonObject.builder());
      venue.admit(
          trader.account(), new Credentials(new ApiKey(text(key, "/key")), text(key, "/secret")));
      Answer paid = venue.ask(requests.deposit(trader.account(), trader.cash()));
      if (!paid.isDone()) {
        throw new AssertionError(trader + " paid in: " + paid);
      }
    }
  }

  private Json operate(String path, Map<String, String> names, JsonObject.Builder body) {
    String answer = venue.operate(HttpCall.post(path, names, body));
    if (!Answer.read(answer).isDone()) {
      throw new AssertionError(path + " " + names + ": " + answer);
    }
    return parsed(text(parsed(answer), "/body"));
  }

  private static Json parsed(String text) {
    try {
      return Json.parse(text);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static String text(Json json, String pointer) {
    return json.at(pointer).map(found -> ((JsonText) found).text()).orElseThrow();
  }
}
