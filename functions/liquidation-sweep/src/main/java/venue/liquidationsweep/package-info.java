@NullMarked
package venue.liquidationsweep;

import org.jspecify.annotations.NullMarked;
