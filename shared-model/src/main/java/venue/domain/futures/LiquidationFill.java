package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.account.JournalEntry;

/**
 * The record of a liquidation: its inputs and what the formula made of them, so that anyone can
 * recompute it.
 *
 * @param id rises with time
 * @param account the account's number
 * @param slot of the position
 * @param tick the sequence of the tick it happened at
 * @param price {@code P} of the tick, USDT
 * @param fundingIndex {@code F} of the tick
 * @param size of the position before, contracts, signed
 * @param entryPrice shown
 * @param leverage of the position; of a cross one its limit
 * @param cross whether the account's free cash backed it
 * @param margin before, funding not yet settled, USDT; of a cross position the account's free cash
 * @param beside the account's other cross positions, none of an isolated one
 * @param equity {@code M + q(P − E) − q(F − F₀)}, USDT; of a cross position that of all of them
 *     together
 * @param maintenance at or above the equity, USDT; of a cross position that of all of them
 * @param liquidationPrice that the position had, USDT
 * @param closed contracts, signed as the trade: the opposite of the position
 * @param fillPrice USDT
 * @param fee to the insurance, USDT
 * @param result realised, fee not counted, USDT
 * @param returned what went back to the user's free cash, USDT
 * @param uncovered what the margin did not cover, USDT
 * @param insured the part of it that the insurance paid, USDT
 * @param closing what the position came to, if it closed it
 * @param time venue time
 * @param entry what it did to the books
 */
public record LiquidationFill(
    long id,
    long account,
    Slot slot,
    long tick,
    BigDecimal price,
    BigDecimal fundingIndex,
    long size,
    BigDecimal entryPrice,
    int leverage,
    boolean cross,
    BigDecimal margin,
    List<Beside> beside,
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
    Optional<ClosedPosition> closing,
    Instant time,
    JournalEntry entry) {

  /** Where such a fill came from, in place of a client's label. */
  public static final String TEXT = "liquidation";

  public LiquidationFill {
    beside = List.copyOf(beside);
  }

  /** The contract's name. */
  public String market() {
    return slot.market();
  }

  /**
   * A cross position that was judged together with the one that was reduced.
   *
   * @param tick the sequence of the tick it was judged at
   * @param price at that tick, USDT
   * @param result {@code q(P − E) − q(F − F₀)}, USDT
   * @param maintenance of it, USDT
   */
  public record Beside(
      String market, long tick, BigDecimal price, BigDecimal result, BigDecimal maintenance) {

    static Beside of(CrossLeg leg) {
      CrossMargin.Leg judged = leg.leg();
      return new Beside(
          leg.market().name(),
          leg.tick().sequence(),
          judged.price(),
          judged.result(),
          judged.maintenance());
    }
  }
}
