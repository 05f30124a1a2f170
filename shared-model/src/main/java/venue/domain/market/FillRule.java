package venue.domain.market;

import java.math.BigDecimal;

/**
 * What makes the price of a fill worse than the market's price, and at which tick orders fill.
 *
 * @param halfSpread per price
 * @param z how many standard deviations of the price since its tick a fill pays for
 * @param skewScale base amount at which skew alone would cost the whole price
 * @param waits whether every order waits for the next good tick, so that nobody can trade on what
 *     he knows and the last tick does not
 */
public record FillRule(BigDecimal halfSpread, BigDecimal z, BigDecimal skewScale, boolean waits) {

  /** Orders fill at the last tick while that is fresh. */
  public FillRule(BigDecimal halfSpread, BigDecimal z, BigDecimal skewScale) {
    this(halfSpread, z, skewScale, false);
  }
}
