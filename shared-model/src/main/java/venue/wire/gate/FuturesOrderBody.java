package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.FuturesOrder;
import venue.wire.Fields;

/** The body of a futures order. Market orders are what the venue takes: price "0" and tif "ioc". */
public final class FuturesOrderBody {

  private FuturesOrderBody() {}

  /** The order in a body. */
  public static Outcome<FuturesOrder> read(String body) {
    Fields fields = Fields.ofBody(body);
    String contract = fields.text("contract");
    boolean close = fields.flag("close", false);
    long size = close ? fields.optionalWholeNumber("size").orElse(0) : fields.wholeNumber("size");
    boolean reduceOnly = fields.flag("reduce_only", false);
    BigDecimal price = fields.decimal("price");
    String tif = fields.optionalOneOf("tif", "gtc", "ioc", "poc", "fok").orElse("gtc");
    Optional<String> text = fields.optionalText("text");
    return fields
        .as(() -> new FuturesOrder(contract, size, close, reduceOnly, text))
        .then(
            order ->
                market(price, tif)
                    .then(market -> OrderText.checked(text).then(label -> Outcome.done(order))));
  }

  private static Outcome<Boolean> market(BigDecimal price, String tif) {
    if (price.signum() != 0) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, "price should be \"0\": the venue takes market orders");
    }
    return tif.equals("ioc") || tif.equals("fok")
        ? Outcome.done(true)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE, "tif should be ioc or fok for a market order, not " + tif);
  }
}
