/**
 * What every function is made of: what it is given, how it answers a request, how it finds an
 * operation.
 */
@NullMarked
package venue.function;

import org.jspecify.annotations.NullMarked;
