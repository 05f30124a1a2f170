/** Requests of clients and of the operator, built as events in one place. */
@NullMarked
package venue.simulation.request;

import org.jspecify.annotations.NullMarked;
