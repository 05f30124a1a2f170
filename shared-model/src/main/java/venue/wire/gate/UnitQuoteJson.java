package venue.wire.gate;

import java.math.BigDecimal;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.UnitQuote;
import venue.wire.json.JsonObject;

/** What units would be bought or sold at now. */
public final class UnitQuoteJson {

  private UnitQuoteJson() {}

  /** The quote; it expires with the tick that it was made at. */
  public static JsonObject of(Fund fund, UnitQuote quote, Market market, Tick tick) {
    BigDecimal units = quote.units();
    return JsonObject.builder()
        .put("product", fund.name())
        .put("epoch", fund.epoch())
        .put("side", units.signum() > 0 ? "buy" : "sell")
        .put("units", units.abs())
        .put("unit_price", quote.unitPrice())
        .put("cash", quote.cash())
        .put("fee", quote.fee())
        .put("fill_price", quote.price().price())
        .put("tick", tick.sequence())
        .seconds("time", tick.time())
        .seconds("expires", tick.time().plus(market.priceAgeMax()))
        .build();
  }
}
