/** The functions of the template, called as Lambda calls them. */
@NullMarked
package venue.local.function;

import org.jspecify.annotations.NullMarked;
