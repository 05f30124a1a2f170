package venue.administration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import venue.domain.house.FundExposure;
import venue.domain.house.HouseBooks;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.store.MarketPage;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;

/** The house's books of a market as the operator sees them. */
final class HouseJson {

  private HouseJson() {}

  /** The books alone. */
  static JsonObject of(List<HouseShard> shards) {
    return books(shards).build();
  }

  /** The books with what the house stands against at the latest tick. */
  static JsonObject of(List<HouseShard> shards, MarketPage page, List<FundExposure> funds) {
    JsonObject.Builder shown = books(shards);
    HouseBooks books = HouseBooks.of(shards);
    page.tick().ifPresent(tick -> put(books, page.market(), tick, page, shown));
    return shown.put("funds", JsonArray.of(funds.stream().map(HouseJson::fund).toList())).build();
  }

  private static JsonObject.Builder books(List<HouseShard> shards) {
    HouseBooks books = HouseBooks.of(shards);
    return JsonObject.builder()
        .put("house", books.cash())
        .put("fees", books.fees())
        .put("insurance", books.insurance())
        .put("fund_insurance", books.fundInsurance())
        .put("paid_in", books.external().negate())
        .put("open_interest", books.exposure().openInterest())
        .put("skew", books.exposure().skew())
        .put("shards", shards.size());
  }

  private static void put(
      HouseBooks books, Market market, Tick tick, MarketPage page, JsonObject.Builder shown) {
    BigDecimal net = books.skew(market.contract(), page.funds());
    shown
        .put("price", tick.price())
        .put("net_exposure", net)
        .put("equity", books.equity(market.contract(), tick, page.funds()))
        .put("floor", market.solvency().floor(net, tick.price()))
        .put("reserve", market.solvency().reserve(net, tick.price()));
  }

  private static JsonObject fund(FundExposure fund) {
    return JsonObject.builder()
        .put("product", fund.fund().name())
        .put("direction", fund.fund().side().name().toLowerCase(Locale.ROOT))
        .put("units", fund.units())
        .put("exposure", fund.exposure())
        .put("insurance", fund.insurance())
        .put("rebalanced_24h", fund.flow())
        .build();
  }
}
