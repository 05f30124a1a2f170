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
import venue.domain.house.HouseWithdrawal;
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

/** Pays in for the house of a market and its insurance, takes out fees, and shows its books. */
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

  /** What is to be paid in, or taken out: then the amounts are negative. */
  private record Payment(
      String market, BigDecimal house, BigDecimal insurance, BigDecimal fees, Optional<String> id) {

    Optional<HouseStore.Paid> once() {
      return id.map(given -> new HouseStore.Paid(given, house, insurance, fees));
    }
  }

  private interface Booking {
    Outcome<HouseFunding> of(List<HouseShard> before, Payment payment, long id);
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
    BigDecimal house = amount(fields, "house");
    BigDecimal insurance = amount(fields, "insurance");
    Optional<String> id = fields.optionalText("id");
    return pay(
        fields.as(() -> new Payment(market(request), house, insurance, BigDecimal.ZERO, id)),
        (before, payment, entry) ->
            Outcome.done(
                HouseFunding.spread(
                    before, payment.house(), payment.insurance(), entry, venueTime.instant())));
  }

  HttpResponse withdraw(HttpRequest request) {
    Fields fields = Fields.ofBody(request.body());
    BigDecimal fees = fields.positiveDecimal("fees").negate();
    Optional<String> id = fields.optionalText("id");
    return pay(
        fields.as(() -> new Payment(market(request), BigDecimal.ZERO, BigDecimal.ZERO, fees, id)),
        (before, payment, entry) ->
            HouseWithdrawal.decide(before, payment.fees().negate(), entry, venueTime.instant()));
  }

  private static BigDecimal amount(Fields fields, String name) {
    return fields.optionalPositiveDecimal(name).orElse(BigDecimal.ZERO);
  }

  private HttpResponse pay(Outcome<Payment> asked, Booking booking) {
    return asked
        .then(House::checked)
        .fold(
            payment -> attempts.answer(() -> attempt(payment, booking)),
            refusal -> ApiError.of(refusal).toResponse());
  }

  private Optional<HttpResponse> attempt(Payment payment, Booking booking) {
    return shardsOf(payment.market())
        .fold(
            before -> attempt(before, payment, booking),
            refusal -> Optional.of(ApiError.of(refusal).toResponse()));
  }

  private Optional<HttpResponse> attempt(
      List<HouseShard> before, Payment payment, Booking booking) {
    Optional<HouseStore.Paid> done =
        payment.once().flatMap(once -> store.paid(payment.market(), once));
    if (done.isPresent()) {
      return Optional.of(
          payment.once().filter(done.get()::isSame).isPresent()
              ? HttpResponse.ok(HouseJson.of(before))
              : used(done.get()));
    }
    return booking
        .of(before, payment, ids.next())
        .fold(
            funding ->
                store.commit(before, funding.shards(), funding.entry(), payment.once())
                    ? Optional.of(HttpResponse.of(201, HouseJson.of(funding.shards())))
                    : Optional.empty(),
            refusal -> Optional.of(ApiError.of(refusal).toResponse()));
  }

  private static HttpResponse used(HouseStore.Paid done) {
    return new ApiError(
            409,
            "DUPLICATE_REQUEST",
            "id: was used for another payment: house "
                + done.house().toPlainString()
                + ", insurance "
                + done.insurance().toPlainString()
                + ", fees "
                + done.fees().toPlainString()
                + " USDT")
        .toResponse();
  }

  private Outcome<List<HouseShard>> shardsOf(String market) {
    List<HouseShard> found = store.shards(market, shards);
    return found.size() == shards
        ? Outcome.done(found)
        : Outcome.refused(Reason.CONTRACT_NOT_FOUND, "contract: there is no market " + market);
  }

  private static Outcome<Payment> checked(Payment payment) {
    List<BigDecimal> amounts = List.of(payment.house(), payment.insurance(), payment.fees());
    if (amounts.stream().allMatch(amount -> amount.signum() == 0)) {
      return Outcome.refused(
          Reason.MISSING_REQUIRED_PARAM, "house or insurance is needed: an amount above zero");
    }
    return amounts.stream().allMatch(House::isMoneyOrNothing)
        ? Outcome.done(payment)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "house, insurance and fees: amounts below 1e15 with at most 12 decimals");
  }

  private static boolean isMoneyOrNothing(BigDecimal amount) {
    return amount.signum() == 0 || Transfer.isMoney(amount.abs());
  }

  private static String market(HttpRequest request) {
    return request.pathParameter("contract").orElse("");
  }
}
