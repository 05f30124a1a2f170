package venue.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A client's name for an order; it makes a repeated order find the first one.
 *
 * @param text the client's
 * @param order id of the latest order with this text
 * @param body digest of the request's body
 * @param time when the order was placed, wall time
 */
public record Label(String text, long order, String body, Instant time) {
  private static final Duration WINDOW = Duration.ofSeconds(60);

  /** Whether a request is this order again: the same body within 60 s of wall time. */
  public boolean isRepeatedBy(String otherBody, Instant wallTime) {
    return body.equals(otherBody) && !time.plus(WINDOW).isBefore(wallTime);
  }

  Item write(long account) {
    return Item.at(Key.label(account, text))
        .with("text", text)
        .with("order", order)
        .with("body", body)
        .with("time", time)
        .with("expires", time.plus(Duration.ofDays(90)).getEpochSecond());
  }

  static Label read(Item item) {
    return new Label(item.text("text"), item.whole("order"), item.text("body"), item.time("time"));
  }
}
