package venue.simulation.request;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.domain.futures.Slot;
import venue.wire.json.JsonObject;

/** Every kind of request there is, a few lines each; numbers them as they are made. */
public final class Requests {
  private static final Map<String, String> USDT = Map.of("settle", "usdt");
  private long last;

  /** A market order for so many contracts, signed. */
  public Request order(long account, String market, long size) {
    return futures(account, market, JsonObject.builder().put("size", size));
  }

  /** A limit order that may rest. */
  public Request limit(long account, String market, long size, BigDecimal price, String tif) {
    return labelled(
        account,
        "ORDERS_PATH",
        JsonObject.builder()
            .put("contract", market)
            .put("size", size)
            .put("price", price)
            .put("tif", tif));
  }

  /**
   * A limit order at a level of the book.
   *
   * @param side whose level: {@code buy} of the asks, {@code sell} of the bids
   */
  public Request book(long account, String market, long size, String side, int level, String tif) {
    return labelled(
        account,
        "BBO_ORDERS_PATH",
        JsonObject.builder()
            .put("contract", market)
            .put("size", size)
            .put("direction", side)
            .put("level", level)
            .put("tif", tif));
  }

  /** Takes a resting limit order back. */
  public Request cancel(long account, String text) {
    return onOrder("DELETE", account, text, "", Map.of("end", AttributeValue.fromS("CANCELLED")));
  }

  /**
   * Changes the limit of a resting order.
   *
   * @param price another than the present one
   */
  public Request amend(long account, String text, BigDecimal price) {
    return onOrder(
        "PUT",
        account,
        text,
        JsonObject.builder().put("price", price.toPlainString()).build().write(),
        Map.of("limit", AttributeValue.fromN(price.toPlainString())));
  }

  /**
   * Changes the trigger of a price order.
   *
   * @param price another than the present one
   */
  public Request amendStop(long account, String text, BigDecimal price) {
    return onOrder(
        "PUT",
        "PRICE_ORDER_PATH",
        account,
        text,
        JsonObject.builder().put("trigger_price", price.toPlainString()).build().write(),
        Map.of("trigger", AttributeValue.fromN(price.toPlainString())));
  }

  private Request onOrder(
      String method,
      long account,
      String text,
      String body,
      Map<String, AttributeValue> attributes) {
    return onOrder(method, "ORDER_PATH", account, text, body, attributes);
  }

  private Request onOrder(
      String method,
      String path,
      long account,
      String text,
      String body,
      Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> left = new HashMap<>(attributes);
    left.put("text", AttributeValue.fromS(text));
    return new Request(
        ++last,
        account,
        true,
        false,
        new HttpCall(method, path, Map.of("settle", "usdt", "order_id", text), "", body),
        new Mark(account, "", left));
  }

  /** A market order that only reduces. */
  public Request reduce(long account, String market, long size) {
    return futures(
        account, market, JsonObject.builder().put("size", size).put("reduce_only", true));
  }

  /** Closes a position; in hedge mode it must be named. */
  public Request close(long account, Slot slot) {
    return futures(account, slot.market(), closing(slot));
  }

  private static JsonObject.Builder closing(Slot slot) {
    JsonObject.Builder body = JsonObject.builder().put("size", 0);
    return switch (slot.mode()) {
      case SINGLE -> body.put("close", true);
      case DUAL_LONG -> body.put("auto_size", "close_long");
      case DUAL_SHORT -> body.put("auto_size", "close_short");
    };
  }

  private Request futures(long account, String market, JsonObject.Builder body) {
    return labelled(
        account, "ORDERS_PATH", body.put("contract", market).put("price", "0").put("tif", "ioc"));
  }

  /**
   * Closes a position when its price is met.
   *
   * @param rule 1: at the price or above, 2: at the price or below
   */
  public Request stop(long account, Slot slot, int rule, BigDecimal price) {
    return labelled(
        account,
        "PRICE_ORDERS_PATH",
        JsonObject.builder()
            .put(
                "trigger",
                JsonObject.builder()
                    .put("strategy_type", 0)
                    .put("price_type", 0)
                    .put("rule", rule)
                    .put("price", price)
                    .build()),
        closing(slot).put("contract", slot.market()).put("price", "0").put("tif", "ioc"));
  }

  // The label of a price order is that of the order within it.
  private Request labelled(
      long account, String path, JsonObject.Builder body, JsonObject.Builder initial) {
    String text = "t-" + ++last;
    return new Request(
        last,
        account,
        true,
        true,
        HttpCall.post(path, USDT, body.put("initial", initial.put("text", text).build())),
        new Mark(account, "label#" + text, Map.of()));
  }

  /** Buys units for an amount. */
  public Request buy(long account, String product, BigDecimal amount) {
    return units(
        account,
        JsonObject.builder().put("product", product).put("side", "buy").put("amount", amount));
  }

  /** Buys units for an amount, at no more than so much a unit. */
  public Request buy(long account, String product, BigDecimal amount, String limit) {
    return units(
        account,
        JsonObject.builder()
            .put("product", product)
            .put("side", "buy")
            .put("amount", amount)
            .put("limit_price", limit));
  }

  /** Sells a part of a holding. */
  public Request sell(long account, String product, BigDecimal fraction) {
    return units(
        account,
        JsonObject.builder().put("product", product).put("side", "sell").put("fraction", fraction));
  }

  private Request units(long account, JsonObject.Builder body) {
    return labelled(account, "UNIT_ORDERS_PATH", body);
  }

  private Request labelled(long account, String path, JsonObject.Builder body) {
    String text = "t-" + ++last;
    return new Request(
        last,
        account,
        true,
        true,
        HttpCall.post(path, USDT, body.put("text", text)),
        new Mark(account, "label#" + text, Map.of()));
  }

  /**
   * Sets a leverage other than the present one, so that the position tells when it is done; in
   * hedge mode of both positions.
   */
  public Request leverage(long account, Slot slot, int leverage) {
    return leverage(account, slot, "leverage=" + leverage, leverage);
  }

  /** Makes a flat position a cross one, with a limit other than its present leverage. */
  public Request cross(long account, Slot slot, int limit) {
    return leverage(account, slot, "leverage=0&cross_leverage_limit=" + limit, limit);
  }

  private Request leverage(long account, Slot slot, String query, int shown) {
    return new Request(
        ++last,
        account,
        true,
        false,
        new HttpCall(
            "POST",
            slot.mode() == Slot.Mode.SINGLE ? "LEVERAGE_PATH" : "DUAL_LEVERAGE_PATH",
            Map.of("settle", "usdt", "contract", slot.market()),
            query,
            ""),
        new Mark(
            account,
            "state#position#" + slot.market(),
            Map.of("leverage", AttributeValue.fromN(Integer.toString(shown)))));
  }

  /** Pays in. */
  public Request deposit(long account, BigDecimal amount) {
    return transfer(account, "ADMIN_DEPOSITS_PATH", amount);
  }

  /** Pays out. */
  public Request withdraw(long account, BigDecimal amount) {
    return transfer(account, "ADMIN_WITHDRAWALS_PATH", amount);
  }

  private Request transfer(long account, String path, BigDecimal amount) {
    String id = "wire-" + ++last;
    return new Request(
        last,
        account,
        false,
        true,
        HttpCall.post(
            path,
            Map.of("account", Long.toString(account)),
            JsonObject.builder().put("amount", amount).put("id", id)),
        new Mark(account, "transfer#" + id, Map.of()));
  }
}
