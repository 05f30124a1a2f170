package venue.local.tour;

import static venue.local.tour.Market.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import venue.local.Trader;

/** A purchase of Smart Leverage. */
final class UnitsEntrant implements Entrant {
  private static final String UNITS = "/api/v4/smart_leverage/usdt/";

  private final Trader trader;
  private final Market market;
  private final String product;
  private final Track track = new Track();
  private final List<String> disagreements = new ArrayList<>();
  private BigDecimal paid = BigDecimal.ZERO;
  private BigDecimal fees = BigDecimal.ZERO;
  private BigDecimal least = BigDecimal.ZERO;
  private BigDecimal most = BigDecimal.ZERO;
  private long before;

  /**
   * @param side {@code LONG} or {@code SHORT}
   */
  UnitsEntrant(Trader trader, Market market, String side) {
    this.trader = trader;
    this.market = market;
    this.product = market.name() + "_" + side;
  }

  @Override
  public void open() throws IOException, InterruptedException {
    JsonNode account = trader.get("/api/v4/futures/usdt/accounts").body();
    paid = number(account, "available");
    trade("\"side\":\"buy\",\"amount\":\"" + paid.toPlainString() + "\"");
    JsonNode now = market.product(product);
    before = now.path("rebalances").asLong();
    least = number(now, "leverage");
    most = least;
    track.add(value());
  }

  private void trade(String what) throws IOException, InterruptedException {
    JsonNode order =
        Refused.unless(
                trader.post(UNITS + "orders", "{\"product\":\"%s\",%s}".formatted(product, what)))
            .body();
    fees = fees.add(number(order, "fee"));
  }

  private BigDecimal value() throws IOException, InterruptedException {
    JsonNode account = trader.get("/api/v4/futures/usdt/accounts").body();
    BigDecimal value = number(account, "total");
    for (JsonNode holding : trader.get(UNITS + "holdings").body()) {
      value = value.add(number(holding, "value"));
    }
    return value;
  }

  @Override
  public void look(Instant time) throws IOException, InterruptedException {
    track.add(value());
    if (!market.isGood()) {
      return;
    }
    JsonNode now = market.product(product);
    BigDecimal leverage = number(now, "leverage");
    least = least.min(leverage);
    most = most.max(leverage);
    if (leverage.compareTo(number(now, "upper_edge")) > 0) {
      disagreements.add(
          "at %s its leverage %s is above its upper edge %s"
              .formatted(time, leverage, number(now, "upper_edge")));
    }
  }

  @Override
  public Row close() throws IOException, InterruptedException {
    JsonNode now = market.product(product);
    int rebalances = (int) (now.path("rebalances").asLong() - before);
    trade("\"side\":\"sell\",\"fraction\":\"1\"");
    BigDecimal end = value();
    if (end.signum() < 0) {
      disagreements.add("below zero");
    }
    return new Row(
        "Smart Leverage " + now.path("direction").asText(),
        paid,
        end,
        track,
        Optional.empty(),
        Optional.of(rebalances),
        fees,
        Optional.empty(),
        story(rebalances),
        disagreements);
  }

  private String story(int rebalances) {
    return String.format(
        Locale.ROOT,
        "Never liquidated: %s, and its leverage went from %s to %s with the market.",
        switch (rebalances) {
          case 0 -> "it stayed within its band";
          case 1 -> "rebalanced once";
          default -> "rebalanced " + rebalances + " times";
        },
        Amount.factor(least),
        Amount.factor(most));
  }
}
