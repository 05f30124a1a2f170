package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.time.Instant;
import venue.domain.account.JournalEntry;
import venue.domain.market.FillPrice;

/**
 * An order for units that was executed: order, trade and journal entry in one.
 *
 * @param id rises with time
 * @param account the account's number
 * @param order as the client gave it
 * @param series of the fund
 * @param units bought (positive) or sold (negative)
 * @param unitPrice NAV at the fill price of the exposure, USDT
 * @param cash change of the account's cash, fee included, USDT
 * @param fee paid, USDT
 * @param price the futures fill price of the exposure
 * @param tick the sequence of the tick it was executed at
 * @param time venue time
 * @param entry what it did to the books
 */
public record UnitFill(
    long id,
    long account,
    UnitOrder order,
    long series,
    BigDecimal units,
    BigDecimal unitPrice,
    BigDecimal cash,
    BigDecimal fee,
    FillPrice price,
    long tick,
    Instant time,
    JournalEntry entry) {}
