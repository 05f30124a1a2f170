package venue.domain.futures;

import java.util.Optional;

/**
 * A market order as a client gives it.
 *
 * @param market the contract's name
 * @param size contracts, positive: buy; 0 with {@code close}
 * @param close close the whole position
 * @param reduceOnly never open or increase
 * @param text the client's label
 */
public record FuturesOrder(
    String market, long size, boolean close, boolean reduceOnly, Optional<String> text) {}
