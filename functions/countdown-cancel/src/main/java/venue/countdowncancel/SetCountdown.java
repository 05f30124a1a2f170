package venue.countdowncancel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.resting.Countdown;
import venue.function.Countdowns;
import venue.function.Endpoint;
import venue.function.Environment;
import venue.function.SignedCall;
import venue.store.AccountStore;
import venue.store.CountdownStore;
import venue.store.MarketStore;
import venue.wire.ApiError;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Settle;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;

/** Sets a countdown, or takes it away. */
record SetCountdown(
    AccountStore accounts,
    MarketStore markets,
    CountdownStore store,
    Countdowns countdowns,
    WakeupQueue wakeups,
    InstantSource wallTime)
    implements Endpoint {
  private static final long SECONDS_LEAST = 5;
  private static final long SECONDS_MOST = Duration.ofDays(1).toSeconds();

  static SetCountdown of(Environment environment, Countdowns countdowns, WakeupQueue wakeups) {
    return new SetCountdown(
        new AccountStore(environment.dynamoDb(), environment::variable),
        new MarketStore(environment.dynamoDb(), environment::variable),
        new CountdownStore(environment.dynamoDb(), environment::variable),
        countdowns,
        wakeups,
        environment.wallTime());
  }

  /** None of the time: the countdown goes. */
  private record Wanted(Optional<String> market, Optional<Duration> time) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    return SignedCall.read(request)
        .then(call -> call.admitInTime(accounts.secret(call.caller()), wallTime.instant()))
        .respond(
            call ->
                Settle.usdt(request)
                    .then(SetCountdown::read)
                    .then(wanted -> set(call.caller().account(), wanted))
                    .fold(HttpResponse::ok, refusal -> ApiError.of(refusal).toResponse()));
  }

  private static Outcome<Wanted> read(HttpRequest request) {
    Fields fields = Fields.ofBody(request.body());
    long seconds = fields.wholeNumber("timeout");
    Optional<String> market = fields.optionalText("contract");
    return fields
        .as(() -> seconds)
        .then(
            read ->
                read == 0 || (read >= SECONDS_LEAST && read <= SECONDS_MOST)
                    ? Outcome.done(
                        new Wanted(
                            market,
                            Optional.of(read).filter(time -> time > 0).map(Duration::ofSeconds)))
                    : Outcome.refused(
                        Reason.INVALID_PARAM_VALUE,
                        "timeout should be 0, which takes the countdown away, or "
                            + SECONDS_LEAST
                            + " to "
                            + SECONDS_MOST
                            + " seconds, not "
                            + read));
  }

  private Outcome<Json> set(long account, Wanted wanted) {
    Optional<String> unknown = wanted.market().filter(name -> markets.page(name).isEmpty());
    if (unknown.isPresent()) {
      return Outcome.refused(
          Reason.CONTRACT_NOT_FOUND, "contract: there is no market " + unknown.get());
    }
    if (accounts.account(account).isEmpty()) {
      return Outcome.refused(Reason.USER_NOT_FOUND, "the key's account is not open");
    }
    // What is over is over: it cannot be set again as if it were not.
    if (!countdowns.end(account)) {
      return Outcome.refused(
          Reason.TOO_BUSY, "too many requests change the account at once; try again");
    }
    return Outcome.done(
        wanted
            .time()
            .map(time -> begun(account, wanted.market(), time))
            .orElseGet(() -> gone(account, wanted.market())));
  }

  private Json gone(long account, Optional<String> market) {
    store.clear(account, market);
    return JsonObject.builder().put("triggerTime", 0).build();
  }

  // The message comes first: a countdown that is stored without one would never end, and would
  // stand in the place of one that does. Should the message have come before the countdown was
  // there, it is sent again.
  private Json begun(long account, Optional<String> market, Duration time) {
    Instant deadline = wallTime.instant().truncatedTo(ChronoUnit.MILLIS).plus(time);
    Countdown countdown = new Countdown(market, deadline);
    Wakeup wakeup = new Wakeup(account, deadline);
    wakeups.send(wakeup);
    store.set(account, countdown);
    if (countdown.isOver(wallTime.instant())) {
      wakeups.send(wakeup);
    }
    return JsonObject.builder().put("triggerTime", deadline.toEpochMilli()).build();
  }
}
