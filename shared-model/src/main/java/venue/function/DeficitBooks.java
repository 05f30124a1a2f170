package venue.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import venue.domain.house.Deficit;
import venue.domain.house.HouseBooks;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.store.HouseStore;
import venue.store.MarketPage;
import venue.store.MarketStore;

/** The house's books of a market and what they lack at its latest tick. */
record DeficitBooks(MarketPage page, Tick tick, List<HouseShard> shards, Deficit deficit) {

  Market market() {
    return page.market();
  }

  /** Reads them. At a price that is not good or too old the house lacks nothing. */
  record Reading(
      MarketStore markets,
      HouseStore house,
      FundAdvancing funds,
      int shards,
      InstantSource venueTime) {

    static Reading of(Environment environment) {
      return new Reading(
          new MarketStore(environment.dynamoDb(), environment::variable),
          new HouseStore(environment.dynamoDb(), environment::variable),
          FundAdvancing.of(environment),
          environment.positive("HOUSE_SHARDS"),
          environment.venueTime());
    }

    Optional<DeficitBooks> of(String market) {
      return markets.page(market).flatMap(this::books);
    }

    /** What the funds have to do at the tick changes what there is to be closed. */
    Optional<DeficitBooks> onceFundsAreAdvanced(String market, LambdaLogger log) {
      return funds.advanced(market, line -> log.log(line + "\n")).flatMap(this::books);
    }

    private Optional<DeficitBooks> books(MarketPage page) {
      return page.tick().flatMap(tick -> books(page, tick));
    }

    private Optional<DeficitBooks> books(MarketPage page, Tick tick) {
      Market market = page.market();
      boolean isNothingHeld = tick.openInterest() == 0 && tick.skew().signum() == 0;
      if (!tick.fills(venueTime.instant(), market.priceAgeMax()) || isNothingHeld) {
        return Optional.empty();
      }
      List<HouseShard> all = house.shards(market.name(), shards);
      HouseBooks sums = HouseBooks.of(all);
      return Deficit.of(
              market,
              tick,
              sums.skew(market.contract(), page.funds()),
              sums.recorded(market.contract(), tick, page.funds()))
          .map(deficit -> new DeficitBooks(page, tick, all, deficit));
    }
  }
}
