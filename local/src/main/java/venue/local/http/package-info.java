/** The front door: routes of the template on a real HTTP server, as API Gateway would call them. */
@NullMarked
package venue.local.http;

import org.jspecify.annotations.NullMarked;
