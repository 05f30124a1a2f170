/** Statistics that are not exact by nature: computed with StrictMath, rounded, then recorded. */
@NullMarked
package venue.domain.statistics;

import org.jspecify.annotations.NullMarked;
