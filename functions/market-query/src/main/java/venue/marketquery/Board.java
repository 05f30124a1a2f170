package venue.marketquery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import venue.function.Environment;
import venue.store.MarketPage;
import venue.store.MarketStore;

/** The markets as of now. */
record Board(MarketStore markets, InstantSource venueTime) {

  static Board of(Environment environment) {
    return new Board(
        new MarketStore(environment.dynamoDb(), environment::variable), environment.venueTime());
  }

  Instant now() {
    return venueTime.instant();
  }

  List<MarketPage> all() {
    return markets.pages(markets.names());
  }

  Optional<MarketPage> one(String name) {
    return markets.page(name);
  }
}
