package venue.domain.futures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;
import venue.domain.market.Tier;
import venue.domain.market.TierTable;

/** Contracts, legs and accounts with cross margin for tests, ready-made and random. */
final class CrossSamples {
  private CrossSamples() {}

  /** A contract of one tier that has no edge, with a fine price step. */
  static Contract oneTier(
      BigDecimal base, BigDecimal rate, BigDecimal deduction, BigDecimal takerFee) {
    Tier tier = new Tier(new BigDecimal("1e12"), rate.multiply(BigDecimal.TWO), rate, 1, deduction);
    return contract(base, takerFee, new TierTable(1, List.of(tier)));
  }

  static Contract contract(BigDecimal base, BigDecimal takerFee, TierTable tiers) {
    return new Contract(
        "X_USDT",
        base,
        new BigDecimal("0.0001"),
        1,
        1_000_000_000,
        1,
        100,
        10,
        takerFee,
        new BigDecimal("0.0005"),
        new BigDecimal("0.001"),
        tiers);
  }

  /** One to five tiers with rates up to a half and edges three to twenty times apart. */
  static Contract randomContract(Dice dice) {
    List<TierTable.Row> rows = new ArrayList<>();
    BigDecimal limit = dice.magnitude(3, 5, 3);
    BigDecimal rate = dice.between("0.004", "0.03", 4);
    int tiers = dice.between(1, 5);
    for (int i = 0; i < tiers && rate.compareTo(new BigDecimal("0.5")) < 0; i++) {
      int highest = BigDecimal.ONE.divide(rate, 0, RoundingMode.DOWN).intValue();
      rows.add(new TierTable.Row(limit, rate, Math.max(1, Math.min(100, highest - 1))));
      limit = limit.multiply(BigDecimal.valueOf(dice.between(3, 20)));
      rate = rate.multiply(dice.between("1.2", "3", 2)).setScale(4, RoundingMode.UP);
    }
    BigDecimal base = new BigDecimal(dice.oneOf(List.of("0.0001", "0.01", "1", "1000")));
    BigDecimal takerFee = dice.between("0", "0.001", 5);
    return contract(base, takerFee, Samples.done(TierTable.of(1, rows)));
  }

  /** A position without margin. */
  static Position position(
      Contract contract, long size, BigDecimal entry, BigDecimal fundingIndex) {
    return new Position(
        Slot.single(contract.name()),
        size,
        contract.base(size).multiply(entry),
        BigDecimal.ZERO,
        fundingIndex,
        10,
        true,
        1,
        Realised.NONE,
        new Turnover(Math.abs(size), Math.abs(size), contract.base(size).multiply(entry).abs()),
        Samples.START,
        Samples.START,
        0);
  }

  static Leg leg(Contract contract, long size, BigDecimal entry, BigDecimal price) {
    return new Leg(
        position(contract, size, entry, BigDecimal.ZERO), contract, price, BigDecimal.ZERO);
  }

  /** A leg without result whose maintenance is so much. */
  static Leg needing(BigDecimal maintenance) {
    Contract contract =
        oneTier(BigDecimal.ONE, new BigDecimal("0.1"), BigDecimal.ZERO, BigDecimal.ZERO);
    BigDecimal price = maintenance.multiply(BigDecimal.TEN);
    return leg(contract, 1, price, price);
  }

  /** A position of either side worth 100 to 10 million USDT at a price, entered near it. */
  static Position randomPosition(Dice dice, Contract contract, BigDecimal price, BigDecimal index) {
    BigDecimal worth = dice.magnitude(2, 7, 4);
    BigDecimal one = contract.quantoMultiplier().multiply(price);
    long size = Math.max(1, worth.divide(one, 0, RoundingMode.HALF_UP).longValue());
    BigDecimal entry = price.multiply(dice.between("0.8", "1.25", 4));
    BigDecimal settled = index.add(price.multiply(dice.between("-0.02", "0.02", 4)));
    return position(contract, dice.chance(0.5) ? size : -size, entry, settled);
  }

  /** One to six legs, with a positive slack. */
  static CrossMargin margin(Dice dice) {
    List<Leg> legs = new ArrayList<>();
    int count = dice.between(1, 6);
    for (int i = 0; i < count; i++) {
      legs.add(randomLeg(dice));
    }
    return backed(dice, legs);
  }

  /** A leg of a market of its own. */
  static Leg randomLeg(Dice dice) {
    Contract contract = randomContract(dice);
    BigDecimal price = dice.magnitude(-1, 4, 6);
    BigDecimal index = price.multiply(dice.between("-0.3", "0.3", 4));
    return new Leg(randomPosition(dice, contract, price, index), contract, price, index);
  }

  /** The legs with as much cash as leaves a positive slack of any order of magnitude. */
  static CrossMargin backed(Dice dice, List<Leg> legs) {
    CrossMargin bare = new CrossMargin(BigDecimal.ZERO, legs);
    BigDecimal notional = legs.stream().map(Leg::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal slack = notional.multiply(dice.magnitude(-4, 0, 3));
    return new CrossMargin(slack.subtract(bare.slack()).setScale(12, RoundingMode.CEILING), legs);
  }

  /** The account with one leg's market at another price. */
  static CrossMargin at(CrossMargin margin, int leg, BigDecimal price) {
    List<Leg> legs = new ArrayList<>(margin.legs());
    Leg before = legs.get(leg);
    legs.set(leg, new Leg(before.position(), before.contract(), price, before.fundingIndex()));
    return new CrossMargin(margin.cash(), legs);
  }
}
