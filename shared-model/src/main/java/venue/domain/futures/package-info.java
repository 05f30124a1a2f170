/** Futures: isolated positions, their liquidation, market orders, leverage. */
@NullMarked
package venue.domain.futures;

import org.jspecify.annotations.NullMarked;
