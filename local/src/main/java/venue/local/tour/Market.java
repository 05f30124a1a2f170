package venue.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.local.Trader;

/** A market as a client sees it. */
record Market(String name, Trader trader) {

  /** Its contract as Gate shows it. */
  JsonNode contract() throws IOException, InterruptedException {
    return trader.get("/api/v4/futures/usdt/contracts/" + name).body();
  }

  /** Whether its latest price is good: others wait for a second one, or for more sources. */
  boolean isGood() throws IOException, InterruptedException {
    return trader
        .get("/api/v4/futures/usdt/tickers?contract=" + name)
        .text("/0/price_quality")
        .equals("good");
  }

  /** A product of Smart Leverage on it. */
  JsonNode product(String product) throws IOException, InterruptedException {
    return trader.get("/api/v4/smart_leverage/usdt/products/" + product).body();
  }

  /** A price on the contract's grid, rounded down. */
  static BigDecimal onGrid(BigDecimal price, JsonNode contract) {
    BigDecimal step = number(contract, "order_price_round");
    return price.divide(step, 0, RoundingMode.FLOOR).multiply(step);
  }

  static BigDecimal number(JsonNode json, String field) {
    String text = json.path(field).asText();
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(field + " is no number in " + json, e);
    }
  }
}
