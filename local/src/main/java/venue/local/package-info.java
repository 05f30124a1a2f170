/** Runs template.yaml on one machine. */
@NullMarked
package venue.local;

import org.jspecify.annotations.NullMarked;
