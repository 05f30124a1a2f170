package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.resting.Amendment;
import venue.wire.Fields;

/** The body that amends an order: {@code price}, {@code size}, or both. */
public final class AmendmentBody {

  private AmendmentBody() {}

  /** The amendment in a body. */
  public static Outcome<Amendment> read(Fields fields) {
    Optional<BigDecimal> price = fields.optionalPositiveDecimal("price");
    OptionalLong size = fields.optionalWholeNumber("size");
    return fields
        .as(
            () ->
                new Amendment(
                    price, size.isPresent() ? Optional.of(size.getAsLong()) : Optional.empty()))
        .then(
            amendment ->
                price.isPresent() || size.isPresent()
                    ? Outcome.done(amendment)
                    : Outcome.refused(
                        Reason.MISSING_REQUIRED_PARAM,
                        "price or size is missing; one should be new"));
  }
}
