package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import venue.domain.account.JournalEntry;

/**
 * The record of a liquidation: its inputs and what the formula made of them, so that anyone can
 * recompute it.
 *
 * @param id rises with time
 * @param account the account's number
 * @param market the contract's name
 * @param tick the sequence of the tick it happened at
 * @param price {@code P} of the tick, USDT
 * @param fundingIndex {@code F} of the tick
 * @param size of the position before, contracts, signed
 * @param entryPrice shown
 * @param leverage of the position
 * @param margin before, funding not yet settled, USDT
 * @param equity {@code M + q(P − E) − q(F − F₀)}, USDT
 * @param maintenance at or above the equity, USDT
 * @param liquidationPrice that the position had, USDT
 * @param closed contracts, signed as the trade: the opposite of the position
 * @param fillPrice USDT
 * @param fee to the insurance, USDT
 * @param result realised, fee not counted, USDT
 * @param returned what went back to the user's free cash, USDT
 * @param uncovered what the margin did not cover, USDT
 * @param insured the part of it that the insurance paid, USDT
 * @param time venue time
 * @param entry what it did to the books
 */
public record LiquidationFill(
    long id,
    long account,
    String market,
    long tick,
    BigDecimal price,
    BigDecimal fundingIndex,
    long size,
    BigDecimal entryPrice,
    int leverage,
    BigDecimal margin,
    BigDecimal equity,
    BigDecimal maintenance,
    BigDecimal liquidationPrice,
    long closed,
    BigDecimal fillPrice,
    BigDecimal fee,
    BigDecimal result,
    BigDecimal returned,
    BigDecimal uncovered,
    BigDecimal insured,
    Instant time,
    JournalEntry entry) {}
