/** Accounts and the journal: every movement of cash is an entry that sums to zero. */
@NullMarked
package venue.domain.account;

import org.jspecify.annotations.NullMarked;
