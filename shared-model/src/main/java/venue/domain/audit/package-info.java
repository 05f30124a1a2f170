/**
 * Whether the books hold: chains of entries, positions and units against them, everybody's equity.
 */
@NullMarked
package venue.domain.audit;

import org.jspecify.annotations.NullMarked;
