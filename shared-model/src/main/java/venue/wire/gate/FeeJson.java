package venue.wire.gate;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.market.Contract;
import venue.wire.json.JsonObject;

/** Fee rates as Gate shows them. Every order takes; the rate of one that made would be the same. */
public final class FeeJson {

  private FeeJson() {}

  /** The rates by contract. */
  public static JsonObject of(List<Contract> contracts) {
    JsonObject.Builder rates = JsonObject.builder();
    for (Contract contract : contracts) {
      rates.put(
          contract.name(),
          JsonObject.builder()
              .put("taker_fee", contract.orderFeeRate())
              .put("maker_fee", contract.orderFeeRate())
              .build());
    }
    return rates.build();
  }

  /**
   * The rates of an account; of spot trading, which the venue has not, zero.
   *
   * @param rate of futures orders
   */
  public static JsonObject ofWallet(long account, BigDecimal rate) {
    return JsonObject.builder()
        .put("user_id", account)
        .put("taker_fee", BigDecimal.ZERO)
        .put("maker_fee", BigDecimal.ZERO)
        .put("gt_discount", false)
        .put("gt_taker_fee", BigDecimal.ZERO)
        .put("gt_maker_fee", BigDecimal.ZERO)
        .put("loan_fee", BigDecimal.ZERO)
        .put("point_type", "0")
        .put("futures_taker_fee", rate)
        .put("futures_maker_fee", rate)
        .build();
  }
}
