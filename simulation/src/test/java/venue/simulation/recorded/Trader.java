package venue.simulation.recorded;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.Dice;

/**
 * Who opens when visiting the venue flat, and closes when visiting it otherwise.
 *
 * @param cash that was paid in, USDT
 * @param share of what is available that is put at stake
 * @param stop part of the way to losing it all, zero: none
 */
record Trader(
    long account,
    BigDecimal cash,
    Product product,
    boolean isLong,
    int leverage,
    BigDecimal share,
    BigDecimal stop) {

  enum Product {
    ISOLATED,
    CROSS,
    UNITS
  }

  static Trader drawn(long account, Dice dice) {
    int drawn = dice.between(1, 100);
    return new Trader(
        account,
        dice.magnitude(2, 4, 6),
        drawn <= 60 ? Product.ISOLATED : drawn <= 78 ? Product.CROSS : Product.UNITS,
        dice.chance(0.5),
        dice.oneOf(List.of(2, 3, 5, 10, 20, 50)),
        dice.between("0.1", "0.9", 3),
        dice.chance(0.3) ? dice.between("0.2", "0.9", 3) : BigDecimal.ZERO);
  }
}
