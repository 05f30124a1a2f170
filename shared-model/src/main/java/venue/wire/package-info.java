/** The venue's side of the Gate v4 wire contract: requests, answers, errors, keys, signatures. */
@NullMarked
package venue.wire;

import org.jspecify.annotations.NullMarked;
