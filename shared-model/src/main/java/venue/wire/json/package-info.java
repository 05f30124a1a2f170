/** JSON texts as immutable values: read, written, and looked into by JSON pointer. */
@NullMarked
package venue.wire.json;

import org.jspecify.annotations.NullMarked;
