/** How an account is brought through the ticks since it was last looked at. */
@NullMarked
package venue.domain.advance;

import org.jspecify.annotations.NullMarked;
