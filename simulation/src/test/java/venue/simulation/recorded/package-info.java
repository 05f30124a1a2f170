/** The venue's functions over recorded prices, with many accounts and without faults. */
@NullMarked
package venue.simulation.recorded;

import org.jspecify.annotations.NullMarked;
