/** Futures: isolated positions and cross margin, their liquidation, market orders, leverage. */
@NullMarked
package venue.domain.futures;

import org.jspecify.annotations.NullMarked;
