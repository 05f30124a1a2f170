package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import venue.domain.account.Balance;
import venue.domain.account.JournalEntry;
import venue.domain.market.FillPrice;

/**
 * An order that filled: order, trade and journal entry in one.
 *
 * @param id of the trade; rises with time
 * @param accepted the order's id and time: the trade's own unless it rested
 * @param account the account's number
 * @param order as the client gave it
 * @param filled contracts, signed; a reduce-only order larger than the position fills only that
 * @param price with what made it worse than the market's
 * @param tick the sequence of the tick it filled at
 * @param fee paid, USDT
 * @param result realised by reducing, without fee and funding, USDT
 * @param funding settled on the way (positive: received), USDT
 * @param closing what the position came to that it closed, if it closed one
 * @param time venue time
 * @param entry what it did to the books
 */
public record FuturesFill(
    long id,
    Accepted accepted,
    long account,
    FuturesOrder order,
    long filled,
    FillPrice price,
    long tick,
    BigDecimal fee,
    BigDecimal result,
    BigDecimal funding,
    Optional<ClosedPosition> closing,
    Instant time,
    JournalEntry entry) {

  /** The contracts of it that reduced the position, signed as the trade; the others opened. */
  public long closed() {
    Balance reduced = filled > 0 ? Balance.SHORTS : Balance.LONGS;
    long change =
        entry.postings().stream()
            .flatMap(posting -> posting.movements().stream())
            .filter(movement -> movement.balance().equals(reduced))
            .mapToLong(movement -> movement.change().longValueExact())
            .sum();
    return filled > 0 ? -change : change;
  }
}
