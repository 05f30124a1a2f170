@NullMarked
package venue.marktomarket;

import org.jspecify.annotations.NullMarked;
