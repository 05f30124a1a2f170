package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.util.Optional;

/** An order for units as a client gives it. */
public sealed interface UnitOrder {

  /** The fund's name. */
  String fund();

  /** The client's label. */
  Optional<String> text();

  /**
   * Spend an amount.
   *
   * @param amount USDT, fees included
   */
  record Buy(String fund, BigDecimal amount, Optional<String> text) implements UnitOrder {}

  /**
   * Sell a number of units.
   *
   * @param units to 8 decimals
   */
  record Sell(String fund, BigDecimal units, Optional<String> text) implements UnitOrder {}

  /**
   * Sell a part of the holding.
   *
   * @param fraction above 0, at most 1
   */
  record SellFraction(String fund, BigDecimal fraction, Optional<String> text)
      implements UnitOrder {}
}
