/** Recorded markets, replayed as a price source that answers over HTTP. */
@NullMarked
package venue.local.prices;

import org.jspecify.annotations.NullMarked;
