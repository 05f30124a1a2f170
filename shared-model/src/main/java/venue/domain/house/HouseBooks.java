package venue.domain.house;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sum of a market's shards; amounts in USDT. */
public record HouseBooks(
    BigDecimal cash,
    BigDecimal fees,
    BigDecimal insurance,
    BigDecimal external,
    Exposure exposure,
    Map<String, BigDecimal> units) {

  /** The sum over shards. */
  public static HouseBooks of(List<HouseShard> shards) {
    BigDecimal cash = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal insurance = BigDecimal.ZERO;
    BigDecimal external = BigDecimal.ZERO;
    Exposure exposure = Exposure.NONE;
    Map<String, BigDecimal> units = new HashMap<>();
    for (HouseShard shard : shards) {
      cash = cash.add(shard.cash());
      fees = fees.add(shard.fees());
      insurance = insurance.add(shard.insurance());
      external = external.add(shard.external());
      exposure = exposure.plus(shard.exposure());
      shard.units().forEach((fund, held) -> units.merge(fund, held, BigDecimal::add));
    }
    return new HouseBooks(cash, fees, insurance, external, exposure, Map.copyOf(units));
  }

  /** Units of a fund that users hold. */
  public BigDecimal unitsOf(String fund) {
    return units.getOrDefault(fund, BigDecimal.ZERO);
  }
}
