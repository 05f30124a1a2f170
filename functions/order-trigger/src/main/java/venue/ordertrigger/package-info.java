/** Fills resting orders that prices have met. */
@NullMarked
package venue.ordertrigger;

import org.jspecify.annotations.NullMarked;
