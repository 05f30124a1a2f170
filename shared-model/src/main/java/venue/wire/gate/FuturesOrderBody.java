package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Side;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.TimeInForce;
import venue.wire.Fields;

/** The body of a futures order: a market order has price "0" and tif "ioc" or "fok". */
public final class FuturesOrderBody {

  private FuturesOrderBody() {}

  /** The order in a body. */
  public static Outcome<FuturesOrder> read(String body) {
    return read(Fields.ofBody(body));
  }

  /** The order in the fields of a body. */
  public static Outcome<FuturesOrder> read(Fields fields) {
    String contract = fields.text("contract");
    Optional<Side> closes = AutoSize.read(fields, "auto_size");
    boolean closesAll = closes.isPresent() && fields.optionalWholeNumber("size").orElse(0) == 0;
    boolean close = fields.flag("close", false) || closesAll;
    long size = close ? fields.optionalWholeNumber("size").orElse(0) : fields.wholeNumber("size");
    boolean reduceOnly = fields.flag("reduce_only", false);
    BigDecimal price = fields.decimal("price");
    String tif = fields.optionalOneOf("tif", "gtc", "ioc", "poc", "fok").orElse("gtc");
    Optional<String> text = fields.optionalText("text");
    return fields
        .as(() -> TimeInForce.valueOf(tif.toUpperCase(Locale.ROOT)))
        .then(inForce -> limit(price, inForce))
        .then(
            limit ->
                OrderText.checked(text)
                    .then(
                        label ->
                            Outcome.done(
                                new FuturesOrder(
                                    contract, size, close, reduceOnly, closes, limit, label))));
  }

  private static Outcome<Optional<Limit>> limit(BigDecimal price, TimeInForce tif) {
    if (price.signum() != 0) {
      return Outcome.done(Optional.of(new Limit(price, tif)));
    }
    return tif.rests()
        ? Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "tif should be ioc or fok for a market order, which price \"0\" is; a limit order has"
                + " its limit as price")
        : Outcome.done(Optional.empty());
  }
}
