/** Markets: contracts and their tiers, the tick, the price an order fills at, funding. */
@NullMarked
package venue.domain.market;

import org.jspecify.annotations.NullMarked;
