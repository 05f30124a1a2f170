@NullMarked
package venue.marketquery;

import org.jspecify.annotations.NullMarked;
