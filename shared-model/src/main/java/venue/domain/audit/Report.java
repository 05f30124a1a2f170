package venue.domain.audit;

import java.time.Instant;
import java.util.List;

/**
 * What an audit has found.
 *
 * @param begun when the house's shards were read, venue time
 * @param accounts looked at
 * @param entries looked at, the house's own included
 * @param differences how many things do not hold
 * @param first the first of them
 * @param equity both sides of the second identity
 */
public record Report(
    Instant begun,
    long accounts,
    long entries,
    long differences,
    List<Finding> first,
    Equity equity) {

  public Report {
    first = List.copyOf(first);
  }

  /** Whether everything holds. */
  public boolean holds() {
    return differences == 0 && equity.gap().signum() == 0;
  }
}
