package venue.local.tour;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of one of those who took part.
 *
 * @param name such as {@code 20x long}
 * @param paid USDT
 * @param end its value after all was closed, USDT
 * @param track its value after each tick
 * @param liquidation none if there was none
 * @param rebalances none of futures
 * @param fees paid, USDT
 * @param funding received less paid, USDT; none where it is part of a unit's value
 * @param story one sentence on what happened
 * @param disagreements what is not as the rules say
 */
record Row(
    String name,
    BigDecimal paid,
    BigDecimal end,
    Track track,
    Optional<Liquidated> liquidation,
    Optional<Integer> rebalances,
    BigDecimal fees,
    Optional<BigDecimal> funding,
    String story,
    List<String> disagreements) {

  Row {
    disagreements = List.copyOf(disagreements);
  }

  /**
   * When it was first liquidated.
   *
   * @param time in the recording
   * @param price of the tick, USDT
   * @param formula the price that was shown when the position was opened, USDT
   * @param times how often
   */
  record Liquidated(Instant time, BigDecimal price, BigDecimal formula, int times) {}
}
