package venue.domain.futures;

import java.util.Optional;

/**
 * A futures order as a client gives it.
 *
 * @param market the contract's name
 * @param size contracts, positive: buy; 0 with {@code close}
 * @param close close the whole position
 * @param reduceOnly never open or increase
 * @param limit none: a market order
 * @param text the client's label
 */
public record FuturesOrder(
    String market,
    long size,
    boolean close,
    boolean reduceOnly,
    Optional<Limit> limit,
    Optional<String> text) {

  /** A market order. */
  public FuturesOrder(
      String market, long size, boolean close, boolean reduceOnly, Optional<String> text) {
    this(market, size, close, reduceOnly, Optional.empty(), text);
  }

  /** Whether it only ever takes risk away. */
  public boolean onlyReduces() {
    return close || reduceOnly;
  }

  /** The same order as one that only reduces. */
  public FuturesOrder reducing() {
    return new FuturesOrder(market, size, close, true, limit, text);
  }
}
