package venue.accountquery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import venue.domain.Outcome;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesFill;
import venue.domain.history.AccountEvent;
import venue.domain.history.AccountEvent.Deleveraged;
import venue.domain.history.AccountEvent.OrderFilled;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.ListQuery;
import venue.wire.gate.OrderJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/**
 * An account's orders that do no more, by when they filled or, if they did not, were accepted.
 * Auto-deleveragings are among them.
 */
record FinishedOrders(Ledger ledger) {

  HttpResponse byTime(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ListQuery.read(Fields.ofParameters(asked))
                .then(query -> Outcome.done(list(account, query))));
  }

  /** The part of them that is asked for, newest first. */
  Json list(long account, ListQuery query) {
    List<AccountEvent> events =
        ledger.journal().newest(account, query.ids(), query.wanted(), event -> order(event, query));
    List<FinishedOrder> ended =
        ledger
            .journal()
            .newestEnded(account, query.ids(), query.wanted(), end -> isUnfilled(end, query));
    FeeRates rates =
        FeeRates.of(
            ledger.markets(),
            Stream.concat(
                events.stream().map(FinishedOrders::market),
                ended.stream().map(end -> end.order().market())));

    List<Listed> listed = new ArrayList<>();
    events.forEach(event -> listed.add(new Listed(event.entry().id(), shown(event, rates))));
    ended.forEach(end -> listed.add(new Listed(end.order().id(), shown(account, end, rates))));
    return JsonArray.of(
        query.part(
            listed.stream()
                .sorted(Comparator.comparingLong(Listed::id).reversed())
                .map(Listed::json)
                .toList()));
  }

  private record Listed(long id, Json json) {}

  private static List<AccountEvent> order(AccountEvent event, ListQuery query) {
    boolean isOrder = event instanceof OrderFilled || event instanceof Deleveraged;
    return isOrder && query.isOf(market(event)) ? List.of(event) : List.of();
  }

  // A price order is in its own list; what filled is shown by its fill.
  private static boolean isUnfilled(FinishedOrder end, ListQuery query) {
    return end.order() instanceof RestingFutures
        && end.fill().isEmpty()
        && query.isOf(end.order().market());
  }

  private static String market(AccountEvent event) {
    return event.instrument().orElseThrow();
  }

  private static Json shown(AccountEvent event, FeeRates rates) {
    return switch (event) {
      case OrderFilled(FuturesFill fill) -> OrderJson.of(fill, rates.in(market(event)));
      case Deleveraged(DeleverageFill fill) -> OrderJson.of(fill, rates.in(market(event)));
      default -> throw new IllegalArgumentException("no order: " + event);
    };
  }

  private static Json shown(long account, FinishedOrder end, FeeRates rates) {
    RestingFutures order = (RestingFutures) end.order();
    return OrderJson.ended(account, order, end, rates.in(order.market()));
  }
}
