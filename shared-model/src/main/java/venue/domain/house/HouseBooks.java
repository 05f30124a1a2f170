package venue.domain.house;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import venue.domain.Rounding;
import venue.domain.Side;
import venue.domain.market.Contract;
import venue.domain.market.HouseFigures;
import venue.domain.market.Tick;
import venue.domain.market.Traded;
import venue.domain.smartleverage.Fund;

/** The sum of a market's shards; amounts in USDT. */
public record HouseBooks(
    BigDecimal cash,
    BigDecimal fees,
    BigDecimal insurance,
    BigDecimal external,
    Exposure exposure,
    Map<String, BigDecimal> units,
    Map<String, BigDecimal> pots,
    Traded traded) {

  /** The sum over shards. */
  public static HouseBooks of(List<HouseShard> shards) {
    BigDecimal cash = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal insurance = BigDecimal.ZERO;
    BigDecimal external = BigDecimal.ZERO;
    Exposure exposure = Exposure.NONE;
    Map<String, BigDecimal> units = new HashMap<>();
    Map<String, BigDecimal> pots = new HashMap<>();
    Traded traded = Traded.NONE;
    for (HouseShard shard : shards) {
      cash = cash.add(shard.cash());
      fees = fees.add(shard.fees());
      insurance = insurance.add(shard.insurance());
      external = external.add(shard.external());
      exposure = exposure.plus(shard.exposure());
      traded = traded.plus(shard.traded());
      shard.units().forEach((fund, held) -> units.merge(fund, held, BigDecimal::add));
      shard.pots().forEach((fund, pot) -> pots.merge(fund, pot, BigDecimal::add));
    }
    return new HouseBooks(
        cash, fees, insurance, external, exposure, Map.copyOf(units), Map.copyOf(pots), traded);
  }

  /**
   * Users' net position in the market, funds' exposure included: signed base, positive: net long;
   * half-even to 18 decimals.
   *
   * @param funds of the market
   */
  public BigDecimal skew(Contract contract, List<Fund> funds) {
    BigDecimal skew = contract.base(exposure.skew());
    for (Fund fund : funds) {
      skew = skew.add(fund.exposure().multiply(unitsOf(fund)));
    }
    return skew.setScale(Math.min(skew.scale(), Rounding.NAV_SCALE), RoundingMode.HALF_EVEN);
  }

  /**
   * House equity at a tick, exact, USDT.
   *
   * @param funds of the market, as of the tick
   */
  public BigDecimal equity(Contract contract, Tick tick, List<Fund> funds) {
    return new HouseSums(
            cash, contract.base(exposure.skew()), exposure.cost(), exposure.funding(), units)
        .equityAt(tick, funds);
  }

  /**
   * House equity at a tick as it is recorded, rounded down to 12 decimals, USDT: units that were
   * merged often have more decimals than a stored number may.
   *
   * @param funds of the market, as of the tick
   */
  public BigDecimal recorded(Contract contract, Tick tick, List<Fund> funds) {
    return equity(contract, tick, funds).setScale(Rounding.CASH_SCALE, RoundingMode.FLOOR);
  }

  /**
   * What a tick is published with.
   *
   * @param funds of the market, as of the tick
   */
  public HouseFigures figures(Contract contract, Tick tick, List<Fund> funds) {
    Map<Side, BigDecimal> held = new EnumMap<>(Side.class);
    Map<Side, BigDecimal> insured = new EnumMap<>(Side.class);
    funds.forEach(fund -> held.put(fund.side(), unitsOf(fund)));
    funds.forEach(fund -> insured.put(fund.side(), potOf(fund.name())));
    return new HouseFigures(recorded(contract, tick, funds), held, insured);
  }

  /** The insurance of a fund, USDT. */
  public BigDecimal potOf(String fund) {
    return pots.getOrDefault(fund, BigDecimal.ZERO);
  }

  /** The insurance of all funds together, USDT. */
  public BigDecimal fundInsurance() {
    return pots.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Units of a fund's series and epoch that users hold. */
  public BigDecimal unitsOf(Fund fund) {
    return fund.ofFirstUnits(units.getOrDefault(fund.seriesName(), BigDecimal.ZERO));
  }
}
