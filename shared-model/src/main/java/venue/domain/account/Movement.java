package venue.domain.account;

import java.math.BigDecimal;

/**
 * What an entry does to one balance of a book.
 *
 * @param change positive: the balance grows
 * @param after the balance after the entry
 */
public record Movement(Balance balance, BigDecimal change, BigDecimal after) {}
