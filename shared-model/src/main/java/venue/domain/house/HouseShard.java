package venue.domain.house;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import venue.domain.account.Balance;
import venue.domain.account.Movement;
import venue.domain.account.Posting;
import venue.domain.market.Traded;

/**
 * One of the equal parts into which the house's books of a market are split, so that no item is
 * written by every order. The market's figures are the sums over its shards; one shard's own may be
 * negative.
 *
 * @param number from 0
 * @param sequence the number of its last journal entry
 * @param cash the house's, USDT
 * @param fees earned, USDT
 * @param insurance USDT
 * @param external minus what the operator paid in and has not taken out, USDT
 * @param exposure users' positions opened and closed through this shard
 * @param units of each series of a fund, sold less bought back through this shard, in units of the
 *     first epoch
 * @param pots of the insurance of each fund, USDT
 * @param traded futures, through this shard so far
 */
public record HouseShard(
    String market,
    int number,
    long sequence,
    BigDecimal cash,
    BigDecimal fees,
    BigDecimal insurance,
    BigDecimal external,
    Exposure exposure,
    Map<String, BigDecimal> units,
    Map<String, BigDecimal> pots,
    Traded traded) {

  public HouseShard {
    units = Map.copyOf(units);
    pots = Map.copyOf(pots);
  }

  /** A shard without anything in it. */
  public static HouseShard empty(String market, int number) {
    return new HouseShard(
        market,
        number,
        0,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Exposure.NONE,
        Map.of(),
        Map.of(),
        Traded.NONE);
  }

  /** The name of the shard's book in the journal. */
  public String book() {
    return "house/" + market + "/" + number;
  }

  /** The shard after an entry that changes its balances, USDT each. */
  public HouseShard booked(
      BigDecimal cashChange, BigDecimal feeChange, BigDecimal insuranceChange) {
    return new HouseShard(
        market,
        number,
        sequence + 1,
        cash.add(cashChange),
        fees.add(feeChange),
        insurance.add(insuranceChange),
        external,
        exposure,
        units,
        pots,
        traded);
  }

  /**
   * The shard with a loss covered, as part of the entry it already counts: its own insurance and
   * that of others pay into its cash, USDT each.
   */
  HouseShard covered(BigDecimal byItself, BigDecimal byOthers) {
    return new HouseShard(
        market,
        number,
        sequence,
        cash.add(byItself).add(byOthers),
        fees,
        insurance.subtract(byItself),
        external,
        exposure,
        units,
        pots,
        traded);
  }

  /** The shard after the operator paid in for the house and its insurance, USDT. */
  public HouseShard funded(BigDecimal forHouse, BigDecimal forInsurance) {
    return new HouseShard(
        market,
        number,
        sequence + 1,
        cash.add(forHouse),
        fees,
        insurance.add(forInsurance),
        external.subtract(forHouse).subtract(forInsurance),
        exposure,
        units,
        pots,
        traded);
  }

  /** The shard after the operator took out of the fees, USDT. */
  public HouseShard withdrawn(BigDecimal fromFees) {
    return new HouseShard(
        market,
        number,
        sequence + 1,
        cash,
        fees.subtract(fromFees),
        insurance,
        external.add(fromFees),
        exposure,
        units,
        pots,
        traded);
  }

  /** With another exposure. */
  public HouseShard withExposure(Exposure next) {
    return new HouseShard(
        market, number, sequence, cash, fees, insurance, external, next, units, pots, traded);
  }

  /** With a trade of futures counted. */
  public HouseShard withTrade(Traded trade) {
    return new HouseShard(
        market,
        number,
        sequence,
        cash,
        fees,
        insurance,
        external,
        exposure,
        units,
        pots,
        traded.plus(trade));
  }

  /** With a change of the units of a fund's series, in units of the first epoch. */
  public HouseShard withUnits(String series, BigDecimal change) {
    Map<String, BigDecimal> next = new HashMap<>(units);
    next.merge(series, change, BigDecimal::add);
    return new HouseShard(
        market, number, sequence, cash, fees, insurance, external, exposure, next, pots, traded);
  }

  /**
   * The shard after money went from the house to a fund's insurance; negative: from it to the
   * house.
   */
  public HouseShard withPot(String fund, BigDecimal change) {
    HouseShard paid = booked(change.negate(), BigDecimal.ZERO, BigDecimal.ZERO);
    Map<String, BigDecimal> next = new HashMap<>(pots);
    next.merge(fund, change, BigDecimal::add);
    return new HouseShard(
        market,
        number,
        paid.sequence,
        paid.cash,
        fees,
        insurance,
        external,
        exposure,
        units,
        next,
        traded);
  }

  /** The posting of the changes that led from this shard to {@code after}. */
  public Posting posting(HouseShard after) {
    Map<Balance, BigDecimal> before = balances();
    List<Movement> movements = new ArrayList<>();
    after
        .balances()
        .forEach(
            (balance, amount) -> {
              BigDecimal change = amount.subtract(before.getOrDefault(balance, BigDecimal.ZERO));
              if (change.signum() != 0) {
                movements.add(new Movement(balance, change, amount));
              }
            });
    return new Posting(book(), after.sequence, movements);
  }

  /** All its balances as the journal has them, in their order. */
  public SortedMap<Balance, BigDecimal> balances() {
    SortedMap<Balance, BigDecimal> balances = new TreeMap<>();
    balances.put(Balance.CASH, cash);
    balances.put(Balance.FEES, fees);
    balances.put(Balance.INSURANCE, insurance);
    balances.put(Balance.EXTERNAL, external);
    balances.put(Balance.LONGS, BigDecimal.valueOf(exposure.longs()));
    balances.put(Balance.SHORTS, BigDecimal.valueOf(exposure.shorts()));
    balances.put(Balance.COST, exposure.cost());
    balances.put(Balance.FUNDING, exposure.funding());
    pots.forEach((fund, pot) -> balances.put(Balance.insuranceOf(fund), pot));
    units.forEach((series, held) -> balances.put(Balance.units(series), held));
    return balances;
  }
}
