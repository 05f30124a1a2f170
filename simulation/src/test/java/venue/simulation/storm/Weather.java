package venue.simulation.storm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import venue.domain.Dice;

/** What the source of prices says: a walk with jumps, old and missing answers. */
final class Weather {
  private final Dice dice;
  private final Map<String, BigDecimal> last = new HashMap<>();

  Weather(Dice dice) {
    this.dice = dice;
  }

  /** The next answer for a market. */
  void change(SimulatedVenue venue, String market) {
    int drawn = dice.between(1, 100);
    if (drawn <= 5) {
      venue.prices.silence(market);
    } else if (drawn <= 10) {
      venue.prices.put(market, last(market), venue.now().minusMillis(dice.between(1, 20_000)));
    } else if (drawn > 15) {
      double move =
          drawn > 92
              ? (dice.chance(0.5) ? 1 : -1) * dice.between(2, 60) / 100.0
              : dice.bell() * 0.004;
      put(venue, market, bounded(last(market).multiply(BigDecimal.valueOf(1 + move))));
    }
  }

  /** The price as it was, from now. */
  void calm(SimulatedVenue venue, String market) {
    put(venue, market, last(market));
  }

  private void put(SimulatedVenue venue, String market, BigDecimal price) {
    last.put(market, price);
    venue.prices.put(market, price, venue.now());
  }

  private BigDecimal last(String market) {
    return last.getOrDefault(market, BigDecimal.valueOf(1000));
  }

  private static BigDecimal bounded(BigDecimal price) {
    return price
        .max(BigDecimal.valueOf(200))
        .min(BigDecimal.valueOf(5000))
        .setScale(2, RoundingMode.HALF_EVEN);
  }
}
