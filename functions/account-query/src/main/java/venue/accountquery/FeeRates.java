package venue.accountquery;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import venue.store.MarketStore;

/** The fee rates at which orders are shown. */
record FeeRates(Map<String, BigDecimal> byMarket) {

  /** Those of markets, read at once. */
  static FeeRates of(MarketStore markets, Stream<String> names) {
    return new FeeRates(
        markets.pages(names.distinct().toList()).stream()
            .collect(
                Collectors.toMap(
                    page -> page.market().name(),
                    page -> page.market().contract().orderFeeRate())));
  }

  BigDecimal in(String market) {
    return byMarket.getOrDefault(market, BigDecimal.ZERO);
  }
}
