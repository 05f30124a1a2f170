package venue.wire.gate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import venue.domain.market.Contract;
import venue.domain.market.Tier;
import venue.wire.json.JsonObject;

/** The tiers of a contract as Gate shows them, counted from 1. */
public final class TierJson {

  private TierJson() {}

  /** All tiers of a contract, lowest first. */
  public static List<JsonObject> of(Contract contract) {
    List<Tier> tiers = contract.tiers().tiers();
    return IntStream.range(0, tiers.size())
        .mapToObj(index -> of(contract, index + 1, tiers.get(index)))
        .toList();
  }

  /** The id of a contract's present table. */
  public static String table(Contract contract) {
    return contract.name() + "_" + contract.tiers().version();
  }

  private static JsonObject of(Contract contract, int number, Tier tier) {
    return JsonObject.builder()
        .put("tier", number)
        .put("contract", contract.name())
        .put("risk_limit", tier.riskLimit())
        .put("initial_rate", tier.initialRate())
        .put("maintenance_rate", tier.maintenanceRate())
        .put("leverage_max", BigDecimal.valueOf(tier.leverageMax()))
        .put("deduction", tier.deduction())
        .build();
  }
}
