package venue.wire.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.market.OrderBook;
import venue.domain.market.OrderBook.Level;
import venue.domain.market.Tick;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;

/** An order book as Gate shows it. */
public final class OrderBookJson {

  private OrderBookJson() {}

  /**
   * The book.
   *
   * @param tick it follows from, none before the market's first
   * @param withId whether it carries the tick's sequence
   * @param now venue time
   */
  public static JsonObject of(OrderBook book, Optional<Tick> tick, boolean withId, Instant now) {
    JsonObject.Builder json = JsonObject.builder();
    if (withId) {
      json.put("id", tick.map(Tick::sequence).orElse(0L));
    }
    return json.seconds("current", now)
        .seconds("update", tick.map(Tick::time).orElse(now))
        .put("asks", side(book.asks()))
        .put("bids", side(book.bids()))
        .build();
  }

  private static JsonArray side(List<Level> levels) {
    return JsonArray.of(
        levels.stream()
            .map(
                level ->
                    JsonObject.builder().put("p", level.price()).put("s", level.size()).build())
            .toList());
  }
}
