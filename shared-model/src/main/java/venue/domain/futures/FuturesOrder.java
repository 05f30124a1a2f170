package venue.domain.futures;

import java.util.Optional;
import venue.domain.Side;

/**
 * A futures order as a client gives it.
 *
 * @param market the contract's name
 * @param size contracts, positive: buy; 0 with {@code close}
 * @param close close the whole position
 * @param reduceOnly never open or increase
 * @param closes the side of the position that it closes or reduces, if the client names it
 * @param limit none: a market order
 * @param text the client's label
 */
public record FuturesOrder(
    String market,
    long size,
    boolean close,
    boolean reduceOnly,
    Optional<Side> closes,
    Optional<Limit> limit,
    Optional<String> text) {

  /** An order that names no side to close. */
  public FuturesOrder(
      String market,
      long size,
      boolean close,
      boolean reduceOnly,
      Optional<Limit> limit,
      Optional<String> text) {
    this(market, size, close, reduceOnly, Optional.empty(), limit, text);
  }

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
    return new FuturesOrder(market, size, close, true, closes, limit, text);
  }
}
