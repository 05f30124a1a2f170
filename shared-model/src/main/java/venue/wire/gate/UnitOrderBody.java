package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitRequest;
import venue.wire.Fields;

/** The body of an order for units: buy for an amount, sell a number of units or a fraction. */
public final class UnitOrderBody {

  private static final int DIGITS_MOST = 36;

  private UnitOrderBody() {}

  /** The order in a body. */
  public static Outcome<UnitRequest> read(String body) {
    Fields fields = Fields.ofBody(body);
    String product = fields.text("product");
    String side = fields.oneOf("side", "buy", "sell");
    Optional<String> text = fields.optionalText("text");
    Optional<BigDecimal> units = fields.optionalPositiveDecimal("units");
    Optional<BigDecimal> fraction = fields.optionalPositiveDecimal("fraction");
    Optional<BigDecimal> limit = fields.optionalPositiveDecimal("limit_price");
    OptionalLong epoch = fields.optionalWholeNumber("epoch");
    BigDecimal amount = side.equals("buy") ? fields.positiveDecimal("amount") : BigDecimal.ONE;
    if (limit.filter(price -> price.precision() > DIGITS_MOST).isPresent()) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, "limit_price should have at most " + DIGITS_MOST + " digits");
    }
    return fields
        .as(() -> product)
        .then(fund -> OrderText.checked(text))
        .then(
            label ->
                side.equals("buy")
                    ? Outcome.<UnitOrder>done(new UnitOrder.Buy(product, amount, limit, label))
                    : sale(product, units, fraction, limit, label))
        .then(order -> Outcome.done(new UnitRequest(order, epoch)));
  }

  private static Outcome<UnitOrder> sale(
      String product,
      Optional<BigDecimal> units,
      Optional<BigDecimal> fraction,
      Optional<BigDecimal> limit,
      Optional<String> text) {
    if (units.isPresent() == fraction.isPresent()) {
      return Outcome.refused(
          Reason.MISSING_REQUIRED_PARAM,
          "units or fraction is needed to sell, one of the two: fraction \"1\" sells all");
    }
    return Outcome.done(
        units
            .<UnitOrder>map(held -> new UnitOrder.Sell(product, held, limit, text))
            .orElseGet(
                () -> new UnitOrder.SellFraction(product, fraction.orElseThrow(), limit, text)));
  }
}
