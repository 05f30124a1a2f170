package venue.accountquery;

import venue.domain.Outcome;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.AccountJson;
import venue.wire.json.JsonObject;

/** What an account has, in sums. */
record Balances(Ledger ledger) {

  HttpResponse detail(HttpRequest request) {
    return ledger.ask(
        request,
        (asked, account) ->
            ledger
                .state(account)
                .then(state -> Outcome.done(JsonObject.builder().put("user_id", account).build())));
  }

  HttpResponse account(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ledger
                .state(account)
                .then(state -> Outcome.done(AccountJson.of(ledger.standing(state)))));
  }
}
