package venue.local.prices;

import java.math.BigDecimal;
import java.time.Instant;

/** A price and the moment from which it held. */
public record RecordedPrice(Instant time, BigDecimal price) {}
