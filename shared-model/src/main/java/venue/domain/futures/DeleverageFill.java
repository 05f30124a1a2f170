package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import venue.domain.account.JournalEntry;
import venue.domain.house.Deficit;

/**
 * The record of an auto-deleveraging: its inputs and what the formulas made of them, so that anyone
 * can recompute it.
 *
 * @param id rises with time
 * @param account the account's number
 * @param market the contract's name
 * @param tick the sequence of the tick it happened at
 * @param price {@code P} of the tick, at which it was closed, USDT
 * @param fundingIndex {@code F} of the tick
 * @param deficit that the house had before it
 * @param place of the position in the order of closing
 * @param size of the position before, contracts, signed
 * @param entryPrice shown
 * @param leverage of the position
 * @param cross whether the account's free cash backed it
 * @param closed contracts, signed as the trade: the opposite of the position
 * @param result realised, USDT
 * @param funding settled on the way (positive: received), USDT
 * @param closing what the position came to, if it closed it
 * @param time venue time
 * @param entry what it did to the books
 */
public record DeleverageFill(
    long id,
    long account,
    String market,
    long tick,
    BigDecimal price,
    BigDecimal fundingIndex,
    Deficit deficit,
    Place place,
    long size,
    BigDecimal entryPrice,
    int leverage,
    boolean cross,
    long closed,
    BigDecimal result,
    BigDecimal funding,
    Optional<ClosedPosition> closing,
    Instant time,
    JournalEntry entry) {
  /** Where such a fill came from, in place of a client's label. */
  public static final String TEXT = "auto_deleveraging";

  /**
   * A position's place in the order of closing.
   *
   * @param step the market's number of this closing: 1 for its first, then one more each
   * @param rank 1 for the winner with the highest score when the winners were ranked
   * @param score {@code profit × effective leverage} at the tick it was closed at
   */
  public record Place(long step, int rank, BigDecimal score) {}
}
