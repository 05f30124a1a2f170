package venue.wire.gate;

import java.math.BigDecimal;
import venue.domain.market.Candle;
import venue.domain.market.Contract;
import venue.wire.json.JsonNumber;
import venue.wire.json.JsonObject;

/** A candle in the shapes in which Gate shows what it holds. */
public final class CandleJson {

  private CandleJson() {}

  /** A candlestick: {@code v} in contracts, {@code sum} in USDT. */
  public static JsonObject of(Candle candle) {
    return JsonObject.builder()
        .put("t", candle.start().getEpochSecond())
        .put("v", candle.traded().contracts())
        .put("c", candle.close())
        .put("h", candle.high())
        .put("l", candle.low())
        .put("o", candle.open())
        .put("sum", candle.traded().value())
        .build();
  }

  /** The premium of the mark price over the index price, which is zero: they are one. */
  public static JsonObject premium(Candle candle) {
    return JsonObject.builder()
        .put("t", candle.start().getEpochSecond())
        .put("c", BigDecimal.ZERO)
        .put("h", BigDecimal.ZERO)
        .put("l", BigDecimal.ZERO)
        .put("o", BigDecimal.ZERO)
        .build();
  }

  /** Open interest and price at the candle's end; what else Gate has is not known and left out. */
  public static JsonObject statistics(Candle candle, Contract contract) {
    BigDecimal usd = contract.base(candle.openInterest()).multiply(candle.close());
    return JsonObject.builder()
        .put("time", candle.start().getEpochSecond())
        .put("open_interest", candle.openInterest())
        .put("open_interest_usd", new JsonNumber(usd))
        .put("mark_price", new JsonNumber(candle.close()))
        .build();
  }

  /** What was paid for a funding interval, at its end. */
  public static JsonObject fundingRate(Candle candle) {
    return JsonObject.builder()
        .put("t", candle.end().getEpochSecond())
        .put("r", candle.fundingPaid())
        .build();
  }
}
