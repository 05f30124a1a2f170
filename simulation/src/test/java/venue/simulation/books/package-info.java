/** What must hold of the books, read from the stored items themselves. */
@NullMarked
package venue.simulation.books;

import org.jspecify.annotations.NullMarked;
