@NullMarked
package venue.audit;

import org.jspecify.annotations.NullMarked;
