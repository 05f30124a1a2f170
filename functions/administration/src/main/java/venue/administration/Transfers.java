package venue.administration;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.account.Transfer;
import venue.domain.advance.Standing;
import venue.domain.futures.CrossLeg;
import venue.function.Advancing;
import venue.function.Attempts;
import venue.function.Environment;
import venue.function.OrderIds;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.wire.ApiError;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;

/** Deposits and withdrawals. One with an id is done once, however often it is sent. */
final class Transfers {
  private final AccountStore store;
  private final Advancing advancing;
  private final Attempts attempts;
  private final OrderIds ids;
  private final InstantSource venueTime;

  Transfers(Environment environment) {
    store = new AccountStore(environment.dynamoDb(), environment::variable);
    advancing = new Advancing(environment);
    attempts = new Attempts(environment.random());
    ids = new OrderIds(environment.venueTime(), environment.random());
    venueTime = environment.venueTime();
  }

  private record Asked(long account, BigDecimal amount, Optional<String> id) {}

  private interface Booking {
    Outcome<Transfer> of(Standing standing, BigDecimal amount, long id);
  }

  HttpResponse deposit(HttpRequest request) {
    return transfer(
        request,
        BigDecimal.ONE,
        (standing, amount, id) ->
            Transfer.deposit(standing.account(), amount, id, venueTime.instant()));
  }

  HttpResponse withdraw(HttpRequest request) {
    return transfer(
        request,
        BigDecimal.ONE.negate(),
        (standing, amount, id) ->
            Transfer.withdrawal(
                standing.account(), standing.legs(), amount, id, venueTime.instant()));
  }

  private HttpResponse transfer(HttpRequest request, BigDecimal sign, Booking booking) {
    Fields fields = Fields.ofBody(request.body());
    BigDecimal amount = fields.positiveDecimal("amount");
    Optional<String> id = fields.optionalText("id");
    return AccountNumber.of(request)
        .then(account -> fields.as(() -> new Asked(account, amount.multiply(sign), id)))
        .fold(
            asked -> attempts.answer(() -> attempt(asked, booking)),
            refusal -> ApiError.of(refusal).toResponse());
  }

  private Optional<HttpResponse> attempt(Asked asked, Booking booking) {
    Optional<AccountState> state = store.state(asked.account());
    if (state.isEmpty()) {
      return AccountNumber.<Transfer>unknown(asked.account())
          .fold(
              none -> Optional.empty(), refusal -> Optional.of(ApiError.of(refusal).toResponse()));
    }
    Standing standing = advancing.standing(state.get(), Optional.empty());
    Optional<BigDecimal> done = asked.id().flatMap(id -> store.transferDone(asked.account(), id));
    if (done.isPresent()) {
      return Optional.of(
          done.get().compareTo(asked.amount()) == 0
              ? HttpResponse.ok(Accounts.json(standing.account(), standing.legs()))
              : used(done.get()));
    }
    if (advancing.due(standing).isPresent()) {
      advancing.advance(asked.account());
      return Optional.empty();
    }
    return booking
        .of(standing, asked.amount().abs(), ids.next())
        .fold(
            transfer -> store(transfer, standing.legs(), state.get(), asked.id()),
            refusal -> Optional.of(ApiError.of(refusal).toResponse()));
  }

  private Optional<HttpResponse> store(
      Transfer transfer, List<CrossLeg> legs, AccountState read, Optional<String> id) {
    return store.commit(transfer, read, id)
        ? Optional.of(HttpResponse.of(201, Accounts.json(transfer.account(), legs)))
        : Optional.empty();
  }

  private static HttpResponse used(BigDecimal amount) {
    return new ApiError(
            409,
            "DUPLICATE_REQUEST",
            "id: was used for a transfer of " + amount.toPlainString() + " USDT")
        .toResponse();
  }
}
