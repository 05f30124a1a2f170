/** The tour: both products through the worst fall of a recording, traded over HTTP. */
@NullMarked
package venue.local.tour;

import org.jspecify.annotations.NullMarked;
