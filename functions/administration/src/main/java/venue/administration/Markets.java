package venue.administration;

import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.market.Market;
import venue.domain.market.NewMarket;
import venue.function.Environment;
import venue.store.HouseStore;
import venue.store.MarketPage;
import venue.store.MarketStore;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.NewMarketBody;
import venue.wire.gate.ContractJson;

/** Opens markets, with the house's books for them. An open market keeps its configuration. */
final class Markets {
  private static final Pattern NAME = Pattern.compile("[A-Z0-9]{1,16}_USDT");
  private final MarketStore store;
  private final HouseStore house;
  private final int shards;
  private final InstantSource venueTime;

  Markets(Environment environment) {
    store = new MarketStore(environment.dynamoDb(), environment::variable);
    house = new HouseStore(environment.dynamoDb(), environment::variable);
    shards = environment.positive("HOUSE_SHARDS");
    venueTime = environment.venueTime();
  }

  HttpResponse open(HttpRequest request) {
    String name = request.pathParameter("contract").orElse("");
    return named(name)
        .then(market -> NewMarketBody.read(request.body()))
        .then(body -> market(name, body))
        .fold(this::open, refusal -> ApiError.of(refusal).toResponse());
  }

  private Outcome<Market> market(String name, NewMarketBody body) {
    return NewMarket.atPrice(name, body.referencePrice(), venueTime.instant())
        .then(market -> Outcome.done(market.withFund(body.fund())))
        .then(market -> Outcome.done(body.ordersWait() ? market.waiting() : market));
  }

  private HttpResponse open(Market asked) {
    Optional<MarketPage> before = store.page(asked.name());
    house.create(asked.name(), shards);
    if (before.isEmpty()) {
      store.open(asked);
    }
    MarketPage page = before.orElseGet(() -> store.page(asked.name()).orElseThrow());
    return HttpResponse.of(
        before.isEmpty() ? 201 : 200,
        ContractJson.of(page.market(), page.tick(), venueTime.instant()));
  }

  private static Outcome<String> named(String name) {
    return NAME.matcher(name).matches()
        ? Outcome.done(name)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "contract should be a base in capitals and _USDT, such as BTC_USDT");
  }
}
