package venue.orderplacement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import venue.function.SignedCall;
import venue.store.Label;

/** The client's label of an order, by which the same request sent again finds the first order. */
record Labelling(String request, Optional<String> text, Instant wallTime) {

  /** Of the one order that a call is about. */
  static Labelling of(SignedCall call, Optional<String> text, Instant wallTime) {
    return of(call, call.request().body(), text, wallTime);
  }

  /**
   * Of one order of a call.
   *
   * @param body the part of the call's body that is the order
   */
  static Labelling of(SignedCall call, String body, Optional<String> text, Instant wallTime) {
    return new Labelling(call.request().rawPath() + "\n" + body, text, wallTime);
  }

  /** The order that this request placed before, if the stored label says so. */
  Optional<Long> repeated(Optional<Label> stored) {
    return stored.filter(label -> label.isRepeatedBy(digest(), wallTime)).map(Label::order);
  }

  /** The label to store with an order, if it has one. */
  Optional<Label> label(long order) {
    return text.map(name -> new Label(name, order, digest(), wallTime));
  }

  private String digest() {
    try {
      byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
