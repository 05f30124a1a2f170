package venue.administration;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.Transfer;
import venue.domain.house.FundExposure;
import venue.domain.house.HouseBooks;
import venue.domain.house.HouseFunding;
import venue.domain.house.HouseShard;
import venue.function.Attempts;
import venue.function.Environment;
import venue.function.OrderIds;
import venue.store.HouseStore;
import venue.store.MarketPage;
import venue.store.MarketStore;
import venue.wire.ApiError;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.json.JsonObject;

/** Pays in for the house of a market and its insurance, and shows its books. */
final class House {
  private static final Duration DAY = Duration.ofDays(1);
  private final HouseStore store;
  private final MarketStore markets;
  private final int shards;
  private final Attempts attempts;
  private final OrderIds ids;
  private final InstantSource venueTime;

  House(Environment environment) {
    store = new HouseStore(environment.dynamoDb(), environment::variable);
    markets = new MarketStore(environment.dynamoDb(), environment::variable);
    shards = environment.positive("HOUSE_SHARDS");
    attempts = new Attempts(environment.random());
    ids = new OrderIds(environment.venueTime(), environment.random());
    venueTime = environment.venueTime();
  }

  private record Payment(
      String market, BigDecimal house, BigDecimal insurance, Optional<String> id) {

    Optional<HouseStore.Paid> once() {
      return id.map(given -> new HouseStore.Paid(given, house, insurance));
    }
  }

  HttpResponse show(HttpRequest request) {
    return shardsOf(market(request))
        .fold(
            found -> HttpResponse.ok(shown(market(request), found)),
            refusal -> ApiError.of(refusal).toResponse());
  }

  private JsonObject shown(String market, List<HouseShard> found) {
    return markets
        .page(market)
        .map(page -> HouseJson.of(found, page, funds(page, HouseBooks.of(found))))
        .orElseGet(() -> HouseJson.of(found));
  }

  private List<FundExposure> funds(MarketPage page, HouseBooks books) {
    Instant yesterday = venueTime.instant().minus(DAY);
    return page.funds().stream()
        .map(fund -> FundExposure.of(fund, books, markets.rebalancesSince(fund.name(), yesterday)))
        .toList();
  }

  HttpResponse fund(HttpRequest request) {
    Fields fields = Fields.ofBody(request.body());
    BigDecimal house = fields.optionalPositiveDecimal("house").orElse(BigDecimal.ZERO);
    BigDecimal insurance = fields.optionalPositiveDecimal("insurance").orElse(BigDecimal.ZERO);
    Optional<String> id = fields.optionalText("id");
    return fields
        .as(() -> new Payment(market(request), house, insurance, id))
        .then(House::checked)
        .fold(
            payment -> attempts.answer(() -> attempt(payment)),
            refusal -> ApiError.of(refusal).toResponse());
  }

  private Optional<HttpResponse> attempt(Payment payment) {
    return shardsOf(payment.market())
        .fold(
            before -> store(before, payment),
            refusal -> Optional.of(ApiError.of(refusal).toResponse()));
  }

  private Optional<HttpResponse> store(List<HouseShard> before, Payment payment) {
    Optional<HouseStore.Paid> done = payment.id().flatMap(id -> store.paid(payment.market(), id));
    if (done.isPresent()) {
      return Optional.of(
          payment.once().filter(done.get()::isSame).isPresent()
              ? HttpResponse.ok(HouseJson.of(before))
              : used(done.get()));
    }
    HouseFunding funding =
        HouseFunding.spread(
            before, payment.house(), payment.insurance(), ids.next(), venueTime.instant());
    return store.commit(before, funding.shards(), funding.entry(), payment.once())
        ? Optional.of(HttpResponse.of(201, HouseJson.of(funding.shards())))
        : Optional.empty();
  }

  private static HttpResponse used(HouseStore.Paid done) {
    return new ApiError(
            409,
            "DUPLICATE_REQUEST",
            "id: was used for a payment of "
                + done.house().toPlainString()
                + " USDT for the house and "
                + done.insurance().toPlainString()
                + " for its insurance")
        .toResponse();
  }

  private Outcome<List<HouseShard>> shardsOf(String market) {
    List<HouseShard> found = store.shards(market, shards);
    return found.size() == shards
        ? Outcome.done(found)
        : Outcome.refused(Reason.CONTRACT_NOT_FOUND, "contract: there is no market " + market);
  }

  private static Outcome<Payment> checked(Payment payment) {
    if (payment.house().add(payment.insurance()).signum() == 0) {
      return Outcome.refused(
          Reason.MISSING_REQUIRED_PARAM, "house or insurance is needed: an amount above zero");
    }
    return isMoneyOrNothing(payment.house()) && isMoneyOrNothing(payment.insurance())
        ? Outcome.done(payment)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "house and insurance: amounts below 1e15 with at most 12 decimals");
  }

  private static boolean isMoneyOrNothing(BigDecimal amount) {
    return amount.signum() == 0 || Transfer.isMoney(amount);
  }

  private static String market(HttpRequest request) {
    return request.pathParameter("contract").orElse("");
  }
}
