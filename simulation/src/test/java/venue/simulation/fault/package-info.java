/** Makes calls fail as the cloud does: a store, its indexes and queues under a plan of faults. */
@NullMarked
package venue.simulation.fault;

import org.jspecify.annotations.NullMarked;
