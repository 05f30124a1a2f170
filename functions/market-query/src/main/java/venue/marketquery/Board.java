package venue.marketquery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
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

  /** The markets in a part of the list of all. */
  List<MarketPage> some(Slice slice) {
    return markets.pages(slice.of(markets.names()));
  }

  Optional<MarketPage> one(String name) {
    return markets.page(name);
  }

  /** The market of a contract, refused if there is none. */
  Outcome<MarketPage> ofContract(String name) {
    return one(name)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(Reason.CONTRACT_NOT_FOUND, "contract: there is no market " + name));
  }
}
