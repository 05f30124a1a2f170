/** Small functions that the test template names. */
@NullMarked
package venue.local.testfunction;

import org.jspecify.annotations.NullMarked;
