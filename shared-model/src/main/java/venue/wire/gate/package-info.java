/** The JSON of Gate API v4 and of the Smart Leverage API that follows its conventions. */
@NullMarked
package venue.wire.gate;

import org.jspecify.annotations.NullMarked;
