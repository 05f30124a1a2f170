package venue.wire.gate;

import java.util.Optional;
import venue.domain.Side;

/**
 * The name of a Smart Leverage product taken apart: {@code BTC_USDT_LONG} is a market and a side.
 */
public record Product(String market, Side side) {

  /** The parts of a name, none if it is not one of a product. */
  public static Optional<Product> of(String name) {
    for (Side side : Side.values()) {
      String ending = "_" + side;
      if (name.endsWith(ending) && name.length() > ending.length()) {
        return Optional.of(new Product(name.substring(0, name.length() - ending.length()), side));
      }
    }
    return Optional.empty();
  }
}
