package venue.wire.gate;

import java.math.BigDecimal;
import java.time.Instant;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.domain.smartleverage.UnitQuote;
import venue.domain.smartleverage.UnitResult;
import venue.wire.json.JsonObject;

/** A holding of units with its value at a tick. */
public final class HoldingJson {

  private HoldingJson() {}

  /**
   * The holding; units of a series that was wiped are worth nothing.
   *
   * @param now venue time
   */
  public static JsonObject of(Holding holding, Market market, Fund fund, Tick tick, Instant now) {
    BigDecimal nav = holding.series() == fund.series() ? fund.navAt(tick) : BigDecimal.ZERO;
    BigDecimal units = (holding.series() == fund.series() ? holding.at(fund) : holding).units();
    JsonObject.Builder shown =
        JsonObject.builder()
            .put("product", holding.fund())
            .put("series", holding.series())
            .put("epoch", holding.series() == fund.series() ? fund.epoch() : holding.epoch())
            .put("units", units)
            .put("paid", holding.paid())
            .put("nav", nav)
            .put("value", UnitResult.value(holding, fund, tick))
            .put("payout", UnitQuote.payout(holding, market, fund, tick, now))
            .put("profit", UnitResult.total(holding, fund, tick))
            .put("leverage", fund.leverageAt(tick))
            .put("exposure", units.multiply(fund.exposure()))
            .seconds("update_time", holding.updateTime());
    UnitResult.of(holding, fund, tick).ifPresent(parts -> shown.put("result", result(parts)));
    return shown.build();
  }

  private static JsonObject result(UnitResult parts) {
    return JsonObject.builder()
        .put("market_move", parts.marketMove())
        .put("rebalancing", parts.rebalancing())
        .put("trading", parts.trading())
        .put("funding", parts.funding())
        .put("management_fee", parts.management())
        .build();
  }
}
