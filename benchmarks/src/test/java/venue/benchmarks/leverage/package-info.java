/** The rules by which a fund's leverage may be moved, side by side over recorded prices. */
@NullMarked
package venue.benchmarks.leverage;

import org.jspecify.annotations.NullMarked;
