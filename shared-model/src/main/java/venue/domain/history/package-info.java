/** What has happened in an account, as its journal entries record it, and how it is listed. */
@NullMarked
package venue.domain.history;

import org.jspecify.annotations.NullMarked;
