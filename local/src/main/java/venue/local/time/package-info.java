/** Venue time, and what is due at which moment of it. */
@NullMarked
package venue.local.time;

import org.jspecify.annotations.NullMarked;
