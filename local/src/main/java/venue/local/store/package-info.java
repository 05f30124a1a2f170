/**
 * DynamoDB Local inside this process: its tables are made from the template or checked against it.
 */
@NullMarked
package venue.local.store;

import org.jspecify.annotations.NullMarked;
