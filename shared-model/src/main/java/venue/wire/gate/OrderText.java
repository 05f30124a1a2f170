package venue.wire.gate;

import java.util.Optional;
import java.util.regex.Pattern;
import venue.domain.Outcome;
import venue.domain.Reason;

/** A client's label of an order: it begins with {@code t}, as a rule {@code t-}. */
public final class OrderText {
  private static final Pattern ALLOWED = Pattern.compile("t[0-9A-Za-z_.-]{1,29}");

  private OrderText() {}

  /** Whether a text can be a label, rather than an order's number. */
  public static boolean isLabel(String text) {
    return ALLOWED.matcher(text).matches();
  }

  /** The label, refused if it is not one; none stays none. */
  public static Outcome<Optional<String>> checked(Optional<String> text) {
    return text.isEmpty() || isLabel(text.get())
        ? Outcome.done(text)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE, "text should be t- and at most 28 of 0-9 A-Z a-z _ . -");
  }
}
