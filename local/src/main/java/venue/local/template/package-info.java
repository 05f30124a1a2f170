/** What the template says, read into records; what the local venue does not support is refused. */
@NullMarked
package venue.local.template;

import org.jspecify.annotations.NullMarked;
