package venue.domain.account;

/** The balances that books have. */
public enum Balance {
  /** A user's cash, position margin included, or the house's own cash. */
  CASH,
  /** Fees the venue has earned. */
  FEES,
  /** What covers losses that a liquidated position's margin does not. */
  INSURANCE,
  /** The world outside: falls by each deposit and rises by each withdrawal. */
  EXTERNAL
}
