package venue.wire.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import venue.domain.market.FillPrice;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.wire.json.JsonObject;

/** A ticker as Gate shows it; bid and ask are what one contract would fill at now. */
public final class TickerJson {

  private TickerJson() {}

  /**
   * The ticker.
   *
   * @param now venue time
   */
  public static JsonObject of(Market market, Tick tick, Instant now) {
    return JsonObject.builder()
        .put("contract", market.name())
        .put("last", tick.price())
        .put("mark_price", tick.price())
        .put("index_price", tick.price())
        .put("total_size", BigDecimal.valueOf(tick.openInterest()))
        .put("funding_rate", tick.fundingRate())
        .put("funding_rate_indicative", tick.fundingRate())
        .put("quanto_multiplier", market.contract().quantoMultiplier())
        .put("lowest_ask", fill(market, tick, 1, now))
        .put("highest_bid", fill(market, tick, -1, now))
        .put("price_time", tick.time().toEpochMilli())
        .put("price_quality", tick.quality().name().toLowerCase(Locale.ROOT))
        .build();
  }

  private static BigDecimal fill(Market market, Tick tick, long size, Instant now) {
    return FillPrice.of(market, tick, market.contract().base(size), BigDecimal.ZERO, now).price();
  }
}
