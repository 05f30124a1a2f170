package venue.wire.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Rounding;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.wire.json.JsonObject;

/** A holding of units with its value at a tick. */
public final class HoldingJson {

  private HoldingJson() {}

  /** The holding; units of a series that was wiped are worth nothing. */
  public static JsonObject of(Holding holding, Fund fund, Tick tick) {
    BigDecimal nav = holding.series() == fund.series() ? fund.navAt(tick) : BigDecimal.ZERO;
    BigDecimal value =
        holding.units().multiply(nav).setScale(Rounding.CASH_SCALE, RoundingMode.FLOOR);
    return JsonObject.builder()
        .put("product", holding.fund())
        .put("series", holding.series())
        .put("units", holding.units())
        .put("paid", holding.paid())
        .put("nav", nav)
        .put("value", value)
        .put("profit", value.subtract(holding.paid()))
        .put("leverage", fund.leverageAt(tick))
        .put("exposure", holding.units().multiply(fund.exposure()))
        .seconds("update_time", holding.updateTime())
        .build();
  }
}
