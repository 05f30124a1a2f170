/**
 * The rules of the venue as pure functions and immutable records: no clock, no I/O, no AWS, no
 * JSON.
 */
@NullMarked
package venue.domain;

import org.jspecify.annotations.NullMarked;
