package venue.wire.gate;

import venue.domain.smartleverage.NavCandle;
import venue.wire.json.JsonObject;

/** A candle of a fund's NAV, named as the candles of a price are. */
public final class NavCandleJson {

  private NavCandleJson() {}

  /** The candle. */
  public static JsonObject of(NavCandle candle) {
    return JsonObject.builder()
        .put("t", candle.start().getEpochSecond())
        .put("series", candle.series())
        .put("epoch", candle.epoch())
        .put("o", candle.open())
        .put("h", candle.high())
        .put("l", candle.low())
        .put("c", candle.close())
        .build();
  }
}
