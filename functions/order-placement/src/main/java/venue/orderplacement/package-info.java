@NullMarked
package venue.orderplacement;

import org.jspecify.annotations.NullMarked;
