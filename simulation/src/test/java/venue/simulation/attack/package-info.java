/**
 * What somebody may try in order to gain at the house's or another's cost, and what comes of it.
 */
@NullMarked
package venue.simulation.attack;

import org.jspecify.annotations.NullMarked;
