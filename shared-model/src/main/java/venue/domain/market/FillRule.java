package venue.domain.market;

import java.math.BigDecimal;

/**
 * What makes the price of a fill worse than the market's price.
 *
 * @param halfSpread per price
 * @param z how many standard deviations of the price since its tick a fill pays for
 * @param skewScale base amount at which skew alone would cost the whole price
 */
public record FillRule(BigDecimal halfSpread, BigDecimal z, BigDecimal skewScale) {}
