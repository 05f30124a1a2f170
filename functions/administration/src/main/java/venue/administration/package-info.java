@NullMarked
package venue.administration;

import org.jspecify.annotations.NullMarked;
