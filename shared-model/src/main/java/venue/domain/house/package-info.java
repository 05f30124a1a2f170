/** The house's side of every trade, split over shards. */
@NullMarked
package venue.domain.house;

import org.jspecify.annotations.NullMarked;
