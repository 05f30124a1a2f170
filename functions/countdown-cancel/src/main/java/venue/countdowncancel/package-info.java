/** Cancels all limit orders of a client that is heard of no more. */
@NullMarked
package venue.countdowncancel;

import org.jspecify.annotations.NullMarked;
