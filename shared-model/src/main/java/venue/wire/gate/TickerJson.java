package venue.wire.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.market.Candle;
import venue.domain.market.FillPrice;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.wire.json.JsonObject;

/** A ticker as Gate shows it; bid and ask are what one contract would fill at now. */
public final class TickerJson {

  private static final List<String> VOLUMES = List.of("", "_base", "_quote", "_settle");
  private static final int PERCENT_SCALE = 4;

  private TickerJson() {}

  /**
   * The ticker. Volumes are 0: trades are not counted.
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
    for (String unit : VOLUMES) {
      json.put("volume_24h" + unit, BigDecimal.ZERO);
    }
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
