package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.util.Optional;

/** An order for units as a client gives it. */
public sealed interface UnitOrder {

  /** The fund's name. */
  String fund();

  /**
   * The price of a unit that it is not executed beyond, USDT, before the fee: at most this when
   * buying, at least this when selling; none: at whatever the tick says.
   */
  Optional<BigDecimal> limit();

  /** The client's label. */
  Optional<String> text();

  /** The same order after so many more merges of units. */
  UnitOrder merged(long merges);

  /**
   * Spend an amount.
   *
   * @param amount USDT, fees included
   */
  record Buy(String fund, BigDecimal amount, Optional<BigDecimal> limit, Optional<String> text)
      implements UnitOrder {

    /** At whatever the tick says. */
    public Buy(String fund, BigDecimal amount, Optional<String> text) {
      this(fund, amount, Optional.empty(), text);
    }

    @Override
    public Buy merged(long merges) {
      return new Buy(fund, amount, limit.map(price -> UnitMerge.amount(price, merges)), text);
    }
  }

  /**
   * Sell a number of units.
   *
   * @param units to 8 decimals, and 3 more for each merge
   */
  record Sell(String fund, BigDecimal units, Optional<BigDecimal> limit, Optional<String> text)
      implements UnitOrder {

    /** At whatever the tick says. */
    public Sell(String fund, BigDecimal units, Optional<String> text) {
      this(fund, units, Optional.empty(), text);
    }

    @Override
    public Sell merged(long merges) {
      return new Sell(
          fund,
          UnitMerge.units(units, merges),
          limit.map(price -> UnitMerge.amount(price, merges)),
          text);
    }
  }

  /**
   * Sell a part of the holding.
   *
   * @param fraction above 0, at most 1
   */
  record SellFraction(
      String fund, BigDecimal fraction, Optional<BigDecimal> limit, Optional<String> text)
      implements UnitOrder {

    /** At whatever the tick says. */
    public SellFraction(String fund, BigDecimal fraction, Optional<String> text) {
      this(fund, fraction, Optional.empty(), text);
    }

    @Override
    public SellFraction merged(long merges) {
      return new SellFraction(
          fund, fraction, limit.map(price -> UnitMerge.amount(price, merges)), text);
    }
  }
}
