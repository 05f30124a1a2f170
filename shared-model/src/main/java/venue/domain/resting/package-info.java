/** Orders that are kept until a tick lets them fill. */
@NullMarked
package venue.domain.resting;

import org.jspecify.annotations.NullMarked;
