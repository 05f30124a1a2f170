package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Side;
import venue.domain.resting.PriceAmendment;
import venue.wire.Fields;

/** The body that amends a price order: {@code trigger_price}, {@code size}, or both. */
public final class PriceAmendmentBody {

  private PriceAmendmentBody() {}

  /** The amendment in a body. */
  public static Outcome<PriceAmendment> read(String body) {
    Fields fields = Fields.ofBody(body);
    Optional<BigDecimal> trigger = fields.optionalPositiveDecimal("trigger_price");
    OptionalLong size = fields.optionalWholeNumber("size");
    Optional<Side> closes = AutoSize.read(fields, "auto_size");
    BigDecimal price = fields.optionalDecimal("price").orElse(BigDecimal.ZERO);
    int _ = fields.wholeNumber("price_type", 0, 2, 0);
    return fields
        .as(
            () ->
                new PriceAmendment(
                    trigger,
                    size.isPresent() ? Optional.of(size.getAsLong()) : Optional.empty(),
                    closes))
        .then(amendment -> checked(amendment, price));
  }

  private static Outcome<PriceAmendment> checked(PriceAmendment amendment, BigDecimal price) {
    if (price.signum() != 0) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, "price should be \"0\": the venue takes market orders");
    }
    return amendment.price().isPresent() || amendment.size().isPresent()
        ? Outcome.done(amendment)
        : Outcome.refused(
            Reason.MISSING_REQUIRED_PARAM, "trigger_price or size is missing; one should be new");
  }
}
