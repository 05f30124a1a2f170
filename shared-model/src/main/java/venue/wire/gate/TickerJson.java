package venue.wire.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.market.Candle;
import venue.domain.market.FillPrice;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.market.Traded;
import venue.wire.json.JsonObject;

/** A ticker as Gate shows it; bid and ask are what one contract would fill at now. */
public final class TickerJson {

  private static final int PERCENT_SCALE = 4;

  private TickerJson() {}

  /**
   * The ticker.
   *
   * @param day the candle of the last 24 hours, none before the first good tick
   * @param now venue time
   */
  public static JsonObject of(Market market, Tick tick, Optional<Candle> day, Instant now) {
    JsonObject.Builder json = JsonObject.builder();
    day.ifPresent(
        candle ->
            json.put("high_24h", candle.high())
                .put("low_24h", candle.low())
                .put("change_percentage", change(candle)));
    Traded traded = day.map(Candle::traded).orElse(Traded.NONE);
    json.put("volume_24h", BigDecimal.valueOf(traded.contracts()))
        .put("volume_24h_base", market.contract().base(traded.contracts()))
        .put("volume_24h_quote", traded.value())
        .put("volume_24h_settle", traded.value());
    return json.put("contract", market.name())
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

  private static BigDecimal change(Candle day) {
    return Rounding.shown(
        day.close().subtract(day.open()).movePointRight(2), day.open(), PERCENT_SCALE);
  }

  private static BigDecimal fill(Market market, Tick tick, long size, Instant now) {
    return FillPrice.of(market, tick, market.contract().base(size), BigDecimal.ZERO, now).price();
  }
}
