/**
 * The DynamoDB store: how each record is an item, what is read together, what is written together.
 */
@NullMarked
package venue.store;

import org.jspecify.annotations.NullMarked;
