/** The venue's functions under faults, in random order, and the same again in another. */
@NullMarked
package venue.simulation.storm;

import org.jspecify.annotations.NullMarked;
