package venue.wire.gate;

import java.util.Locale;
import venue.domain.Side;
import venue.domain.futures.ClosedPosition;
import venue.domain.history.FuturesTrade;
import venue.wire.json.JsonObject;

/** A closed position as Gate shows it. */
public final class PositionCloseJson {

  private PositionCloseJson() {}

  /**
   * The closed position.
   *
   * @param trade by which it was closed
   */
  public static JsonObject of(ClosedPosition closed, FuturesTrade trade) {
    boolean isLong = closed.side() == Side.LONG;
    return JsonObject.builder()
        .seconds("time", trade.time())
        .put("contract", trade.market())
        .put("side", side(closed))
        .put("pnl", closed.realised().total())
        .put("pnl_pnl", closed.realised().trading())
        .put("pnl_fund", closed.realised().funding())
        .put("pnl_fee", closed.realised().fees())
        .put("text", TradeJson.text(trade))
        .put("max_size", Long.toString(closed.most()))
        .put("accum_size", Long.toString(closed.traded()))
        .put("first_open_time", closed.openTime().getEpochSecond())
        .put("long_price", isLong ? closed.openPrice() : closed.closePrice())
        .put("short_price", isLong ? closed.closePrice() : closed.openPrice())
        .build();
  }

  /** The side that was closed. */
  public static String side(ClosedPosition closed) {
    return closed.side().name().toLowerCase(Locale.ROOT);
  }
}
