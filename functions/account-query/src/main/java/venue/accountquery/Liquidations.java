package venue.accountquery;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.LiquidationJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** An account's liquidations, found among its newest journal entries. */
record Liquidations(Ledger ledger) {
  private static final int ENTRIES = 100;

  HttpResponse list(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          Optional<String> contract = fields.optionalText("contract");
          return fields.as(() -> contract).then(of -> Outcome.done(list(account, of)));
        });
  }

  private Json list(long account, Optional<String> contract) {
    List<Json> shown =
        ledger.liquidations().newest(account, ENTRIES).stream()
            .filter(fill -> contract.isEmpty() || contract.get().equals(fill.market()))
            .<Json>map(LiquidationJson::of)
            .toList();
    return JsonArray.of(shown);
  }
}
