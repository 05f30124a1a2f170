package venue.local.tour;

import static venue.local.tour.Market.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.local.Trader;

/** A long futures position with a leverage, with a stop-loss or without. */
final class FuturesEntrant implements Entrant {
  private static final BigDecimal PART_USED = new BigDecimal("0.95");
  private static final String ORDERS = "/api/v4/futures/usdt/orders";

  private final Trader trader;
  private final Market market;
  private final int leverage;
  private final Optional<BigDecimal> stop;
  private final Track track = new Track();
  private final List<String> disagreements = new ArrayList<>();
  private BigDecimal paid = BigDecimal.ZERO;
  private BigDecimal formula = BigDecimal.ZERO;
  private BigDecimal stopPrice = BigDecimal.ZERO;
  private long stopId;
  private Shown last = new Shown(0, BigDecimal.ZERO, BigDecimal.ZERO);
  private Optional<Row.Liquidated> first = Optional.empty();
  private Optional<Instant> flat = Optional.empty();

  /** What was shown of the position after a good tick. */
  private record Shown(long size, BigDecimal mark, BigDecimal liquidationPrice) {}

  /**
   * @param stop how far below the entry a stop-loss is, as a part of it
   */
  FuturesEntrant(Trader trader, Market market, int leverage, Optional<BigDecimal> stop) {
    this.trader = trader;
    this.market = market;
    this.leverage = leverage;
    this.stop = stop;
  }

  @Override
  public void open() throws IOException, InterruptedException {
    paid = value();
    JsonNode contract = market.contract();
    String position = "/api/v4/futures/usdt/positions/" + market.name();
    Refused.unless(trader.post(position + "/leverage?leverage=" + leverage, ""));
    BigDecimal notional = paid.multiply(PART_USED).multiply(BigDecimal.valueOf(leverage));
    BigDecimal one = number(contract, "mark_price").multiply(number(contract, "quanto_multiplier"));
    order("\"size\":" + notional.divide(one, 0, RoundingMode.FLOOR));
    JsonNode opened = position();
    formula = number(opened, "liq_price");
    last = shown(opened);
    if (stop.isPresent()) {
      BigDecimal entry = number(opened, "entry_price");
      stopPrice = Market.onGrid(entry.subtract(entry.multiply(stop.get())), contract);
      stopId =
          Refused.unless(
                  trader.post(
                      "/api/v4/futures/usdt/price_orders",
                      """
                      {"initial":{"contract":"%s","size":0,"close":true,"price":"0","tif":"ioc"},
                       "trigger":{"price":"%s","rule":2}}"""
                          .formatted(market.name(), stopPrice.toPlainString())))
              .body()
              .path("id")
              .asLong();
    }
    track.add(value());
  }

  private void order(String what) throws IOException, InterruptedException {
    Refused.unless(
        trader.post(
            ORDERS,
            "{\"contract\":\"%s\",%s,\"price\":\"0\",\"tif\":\"ioc\"}"
                .formatted(market.name(), what)));
  }

  private JsonNode position() throws IOException, InterruptedException {
    return trader.get("/api/v4/futures/usdt/positions/" + market.name()).body();
  }

  private static Shown shown(JsonNode position) {
    return new Shown(
        position.path("size").asLong(),
        number(position, "mark_price"),
        number(position, "liq_price"));
  }

  private BigDecimal value() throws IOException, InterruptedException {
    JsonNode account = trader.get("/api/v4/futures/usdt/accounts").body();
    return number(account, "total").add(number(account, "unrealised_pnl"));
  }

  @Override
  public void look(Instant time) throws IOException, InterruptedException {
    if (last.size() == 0) {
      track.add(track.values().getLast());
      return;
    }
    track.add(value());
    if (!market.isGood()) {
      return;
    }
    Shown now = shown(position());
    if (now.size() != last.size()) {
      changed(now, time);
    } else if (now.mark().compareTo(last.liquidationPrice()) <= 0) {
      disagreements.add(
          "%s is at or below the liquidation price %s, and nothing was liquidated"
              .formatted(now.mark(), last.liquidationPrice()));
    }
    last = now;
  }

  private void changed(Shown now, Instant time) throws IOException, InterruptedException {
    JsonNode liquidations = liquidations();
    if (now.size() == 0) {
      flat = Optional.of(time);
    }
    if (!liquidations.isEmpty() && first.isEmpty()) {
      first = Optional.of(new Row.Liquidated(time, now.mark(), formula, liquidations.size()));
      if (now.mark().compareTo(last.liquidationPrice()) > 0) {
        disagreements.add(
            "liquidated at %s, above the liquidation price %s"
                .formatted(now.mark(), last.liquidationPrice()));
      }
      if (last.mark().compareTo(last.liquidationPrice()) <= 0) {
        disagreements.add("liquidated a tick late");
      }
    }
  }

  private JsonNode liquidations() throws IOException, InterruptedException {
    return trader.get("/api/v4/futures/usdt/liquidates?contract=" + market.name()).body();
  }

  @Override
  public Row close() throws IOException, InterruptedException {
    JsonNode liquidations = liquidations();
    long left = last.size();
    if (left != 0) {
      order("\"size\":0,\"close\":true");
    }
    JsonNode closed = position();
    BigDecimal end = value();
    BigDecimal fees = number(closed, "pnl_fee").negate();
    BigDecimal funding = number(closed, "pnl_fund");
    BigDecimal total = paid.add(number(closed, "realised_pnl"));
    if (end.compareTo(total) != 0) {
      disagreements.add(
          "%s is left, but what was paid and realised comes to %s".formatted(end, total));
    }
    if (end.signum() < 0) {
      disagreements.add("below zero");
    }
    String name = leverage + "x long" + (stop.isPresent() ? ", stop-loss" : "");
    return new Row(
        name,
        paid,
        end,
        track,
        first.map(
            was -> new Row.Liquidated(was.time(), was.price(), was.formula(), liquidations.size())),
        Optional.empty(),
        fees,
        Optional.of(funding),
        story(liquidations, left, end),
        disagreements);
  }

  private String story(JsonNode liquidations, long left, BigDecimal end)
      throws IOException, InterruptedException {
    if (!liquidations.isEmpty()) {
      JsonNode latest = liquidations.get(0);
      return "Its margin no longer covered maintenance: liquidated in %d step%s, the last at %s, %s; %s USDT are left of %s."
          .formatted(
              liquidations.size(),
              liquidations.size() == 1 ? "" : "s",
              Amount.shown(number(latest, "mark_price")),
              left == 0 ? "all of it" : left + " contracts were left and closed at the end",
              Amount.shown(end),
              Amount.shown(paid));
    }
    if (flat.isPresent() && stop.isPresent()) {
      JsonNode fill = trader.get(ORDERS + "/" + filledAs()).body();
      return "Its stop-loss at %s sold at %s and kept it out of what followed."
          .formatted(Amount.shown(stopPrice), Amount.shown(number(fill, "fill_price")));
    }
    return "It was held to the end and closed there.";
  }

  private String filledAs() throws IOException, InterruptedException {
    return trader.get("/api/v4/futures/usdt/price_orders/" + stopId).text("/trade_id");
  }
}
