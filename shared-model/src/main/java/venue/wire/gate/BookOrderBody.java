package venue.wire.gate;

import java.util.Locale;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Side;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.TimeInForce;
import venue.domain.resting.BookOrder;
import venue.wire.Fields;

/** The body of an order at a level of the book: {@code direction} buy means the asks. */
public final class BookOrderBody {
  private static final int LEVELS = 20;

  private BookOrderBody() {}

  /** The order in a body. */
  public static Outcome<BookOrder> read(String body) {
    Fields fields = Fields.ofBody(body);
    String contract = fields.text("contract");
    Optional<Side> closes = AutoSize.read(fields, "auto_size");
    boolean closesAll = closes.isPresent() && fields.optionalWholeNumber("size").orElse(0) == 0;
    boolean close = fields.flag("close", false) || closesAll;
    long size = close ? fields.optionalWholeNumber("size").orElse(0) : fields.wholeNumber("size");
    boolean reduceOnly = fields.flag("reduce_only", false);
    boolean asks = fields.oneOf("direction", "buy", "sell").equals("buy");
    int level = fields.wholeNumber("level", 1, LEVELS, 1);
    String tif = fields.optionalOneOf("tif", "gtc", "ioc", "poc", "fok").orElse("gtc");
    Optional<String> text = fields.optionalText("text");
    return fields
        .as(() -> TimeInForce.valueOf(tif.toUpperCase(Locale.ROOT)))
        .then(
            inForce ->
                OrderText.checked(text)
                    .then(
                        label ->
                            Outcome.done(
                                new BookOrder(
                                    new FuturesOrder(
                                        contract,
                                        size,
                                        close,
                                        reduceOnly,
                                        closes,
                                        Optional.empty(),
                                        label),
                                    inForce,
                                    asks,
                                    level))));
  }
}
