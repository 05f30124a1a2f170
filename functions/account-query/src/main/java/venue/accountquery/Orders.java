package venue.accountquery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesFill;
import venue.domain.history.AccountEvent;
import venue.domain.history.AccountEvent.Deleveraged;
import venue.domain.history.AccountEvent.OrderFilled;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.store.AccountState;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.OrderJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;

/** An account's orders, by number, by label, those that rest, or the newest that do no more. */
record Orders(Ledger ledger) {
  private static final int ENTRIES_LISTED = 100;

  HttpResponse one(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ledger
                .orderId(asked, account)
                .flatMap(id -> ledger.orders().futures(account, id))
                .map(Outcome::<Json>done)
                .orElseGet(() -> notFound(asked)));
  }

  HttpResponse unitOrder(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ledger
                .orderId(asked, account)
                .flatMap(id -> ledger.orders().units(account, id))
                .map(Outcome::<Json>done)
                .orElseGet(() -> notFound(asked)));
  }

  /** The orders of a contract, or of all, that rest, or the newest finished. */
  HttpResponse list(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          String status = fields.oneOf("status", "open", "finished");
          Optional<String> contract = fields.optionalText("contract");
          return fields
              .as(() -> status)
              .then(
                  wanted ->
                      wanted.equals("open")
                          ? ledger.state(account).then(state -> Outcome.done(open(state, contract)))
                          : Outcome.done(JsonArray.of(finished(account, contract))));
        });
  }

  private Json open(AccountState state, Optional<String> contract) {
    List<RestingFutures> resting =
        state.resting().stream()
            .filter(RestingFutures.class::isInstance)
            .map(RestingFutures.class::cast)
            .filter(order -> isOf(order.market(), contract))
            .sorted(Comparator.comparingLong(RestingFutures::id).reversed())
            .toList();
    Map<String, BigDecimal> rates = feeRates(resting.stream().map(RestingOrder::market).toList());
    return JsonArray.of(
        resting.stream()
            .map(order -> OrderJson.open(state.account().number(), order, rate(rates, order)))
            .toList());
  }

  private List<JsonObject> finished(long account, Optional<String> contract) {
    return finished(
        account,
        contract,
        ledger.fills().newestEvents(account, ENTRIES_LISTED),
        ledger.fills().newestEnded(account, ENTRIES_LISTED));
  }

  /**
   * Those of a contract, or of all, among orders that filled or ended and auto-deleveragings, the
   * newest first.
   *
   * @param events of any kind
   */
  List<JsonObject> finished(
      long account,
      Optional<String> contract,
      List<AccountEvent> events,
      List<FinishedOrder> ended) {
    List<String> markets = new ArrayList<>();
    events.stream().filter(Orders::isOrder).forEach(event -> markets.add(market(event)));
    ended.forEach(order -> markets.add(order.order().market()));
    Map<String, BigDecimal> rates = feeRates(markets);

    List<Listed> listed = new ArrayList<>();
    for (AccountEvent event : events) {
      if (isOrder(event) && isOf(market(event), contract)) {
        Optional.ofNullable(rates.get(market(event)))
            .ifPresent(rate -> listed.add(new Listed(event.entry().id(), shown(event, rate))));
      }
    }
    for (FinishedOrder end : ended) {
      if (end.order() instanceof RestingFutures order
          && end.fill().isEmpty()
          && isOf(order.market(), contract)) {
        listed.add(
            new Listed(order.id(), OrderJson.ended(account, order, end, rate(rates, order))));
      }
    }
    return listed.stream()
        .sorted(Comparator.comparingLong(Listed::id).reversed())
        .map(Listed::json)
        .toList();
  }

  private record Listed(long id, JsonObject json) {}

  /** Whether an event is shown as an order: one that filled, or an auto-deleveraging. */
  static boolean isOrder(AccountEvent event) {
    return event instanceof OrderFilled || event instanceof Deleveraged;
  }

  private static String market(AccountEvent event) {
    return event.instrument().orElseThrow();
  }

  private static JsonObject shown(AccountEvent event, BigDecimal feeRate) {
    return switch (event) {
      case OrderFilled(FuturesFill fill) -> OrderJson.of(fill, feeRate);
      case Deleveraged(DeleverageFill fill) -> OrderJson.of(fill, feeRate);
      default -> throw new IllegalArgumentException("no order: " + event);
    };
  }

  private static boolean isOf(String market, Optional<String> contract) {
    return contract.isEmpty() || contract.get().equals(market);
  }

  private Map<String, BigDecimal> feeRates(List<String> markets) {
    return ledger.markets().pages(markets.stream().distinct().toList()).stream()
        .collect(
            Collectors.toMap(
                page -> page.market().name(), page -> page.market().contract().orderFeeRate()));
  }

  private static BigDecimal rate(Map<String, BigDecimal> rates, RestingFutures order) {
    return rates.getOrDefault(order.market(), BigDecimal.ZERO);
  }

  private static Outcome<Json> notFound(HttpRequest request) {
    return Outcome.refused(
        Reason.ORDER_NOT_FOUND,
        "order_id: the account has no order " + request.pathParameter("order_id").orElse(""));
  }
}
