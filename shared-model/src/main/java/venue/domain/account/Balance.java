package venue.domain.account;

import java.util.Comparator;
import java.util.List;

/**
 * A balance that books have. Those of money sum to zero over all books; the others are the house's
 * sums over users' positions and units, kept in the journal so that they can be audited like money.
 *
 * @param name as the journal has it
 */
public record Balance(String name) implements Comparable<Balance> {
  /** A user's cash, position margin included, or the house's own cash, USDT. */
  public static final Balance CASH = new Balance("CASH");

  /** Fees the venue has earned, USDT. */
  public static final Balance FEES = new Balance("FEES");

  /** What covers losses that a liquidated position's margin does not, USDT. */
  public static final Balance INSURANCE = new Balance("INSURANCE");

  /** The world outside: falls by each deposit and rises by each withdrawal, USDT. */
  public static final Balance EXTERNAL = new Balance("EXTERNAL");

  /** Contracts of users' long positions. */
  public static final Balance LONGS = new Balance("LONGS");

  /** Contracts of users' short positions, positive. */
  public static final Balance SHORTS = new Balance("SHORTS");

  /** {@code Σ cost} of users' positions, USDT. */
  public static final Balance COST = new Balance("COST");

  /** {@code Σ qF₀} of users' positions, USDT. */
  public static final Balance FUNDING = new Balance("FUNDING");

  private static final String INSURANCE_OF = "INSURANCE#";
  private static final List<Balance> MONEY = List.of(CASH, FEES, INSURANCE, EXTERNAL);
  private static final List<Balance> SUMS = List.of(LONGS, SHORTS, COST, FUNDING);
  private static final Comparator<Balance> ORDER =
      Comparator.comparingInt(Balance::rank).thenComparing(Balance::name);

  /**
   * Units of a series that users hold.
   *
   * @param series such as {@code BTC_USDT_LONG#1}
   */
  public static Balance units(String series) {
    return new Balance(series);
  }

  /** What covers the loss of a fund's wipe, USDT. */
  public static Balance insuranceOf(String fund) {
    return new Balance(INSURANCE_OF + fund);
  }

  /** Whether it is money: what sums to zero over all books. */
  public boolean isMoney() {
    return MONEY.contains(this) || name.startsWith(INSURANCE_OF);
  }

  /** Money first, then the sums over positions, then units by series. */
  @Override
  public int compareTo(Balance other) {
    return ORDER.compare(this, other);
  }

  private int rank() {
    int money = MONEY.indexOf(this);
    int sum = SUMS.indexOf(this);
    if (isMoney()) {
      return money >= 0 ? money : MONEY.size();
    }
    return MONEY.size() + 1 + (sum >= 0 ? sum : SUMS.size());
  }
}
