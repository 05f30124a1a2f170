@NullMarked
package venue.accountquery;

import org.jspecify.annotations.NullMarked;
