package venue.store;

/** The tables, by the variables in which the template names them. */
public enum Table {
  /** Accounts with their keys, positions, holdings, journal entries and labels. */
  ACCOUNTS("ACCOUNTS_TABLE"),
  /** Market configurations, latest ticks, tick history, funds. */
  MARKETS("MARKETS_TABLE"),
  /** The house's books, split over shards. */
  HOUSE("HOUSE_TABLE");

  private final String variable;

  Table(String variable) {
    this.variable = variable;
  }

  /** The variable that holds the table's name. */
  public String variable() {
    return variable;
  }
}
