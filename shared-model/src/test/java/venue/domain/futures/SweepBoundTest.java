package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;
import venue.domain.market.FundingRange;
import venue.domain.market.MaintenanceLine;

class SweepBoundTest {
  private static final Contract CONTRACT = Samples.market().contract();

  /** A key, and the slack below which whoever holds it must be found. */
  private record Entry(Leg written, Side side, int tier, BigDecimal key, BigDecimal term) {

    boolean isDangerous(BigDecimal price, BigDecimal index) {
      return at(price, index).slack().compareTo(term) <= 0;
    }

    boolean isFound(BigDecimal price, BigDecimal index, FundingRange seen) {
      return SweepBound.of(written.contract(), side, tier, price, index, seen).finds(key);
    }

    /** Just on the bad side of the price at which it is as bad as its key says. */
    BigDecimal worst(BigDecimal index) {
      Position position = written.position().withMargin(term.negate());
      return LiquidationPrice.of(position, written.contract(), index)
          .price()
          .subtract(side.sign().multiply(written.contract().priceStep()));
    }

    private Leg at(BigDecimal price, BigDecimal index) {
      return new Leg(written.position(), written.contract(), price, index);
    }
  }

  private static Entry isolated(Dice dice, Leg leg) {
    BigDecimal margin =
        leg.notional().multiply(dice.between("0.001", "0.6", 4)).setScale(12, RoundingMode.UP);
    LiquidationPrice price =
        LiquidationPrice.of(leg.position().withMargin(margin), leg.contract(), leg.fundingIndex());
    return new Entry(leg, leg.position().side(), price.tier(), price.key(), margin.negate());
  }

  private static Entry cross(Dice dice, Leg leg) {
    BigDecimal budget = leg.notional().multiply(dice.magnitude(-4, 0, 3));
    LegTrigger trigger = LegTrigger.of(leg, budget);
    BigDecimal term = trigger.term(leg.position(), leg.contract());
    return new Entry(leg, trigger.side(), trigger.tier(), trigger.key(), term);
  }

  private static BigDecimal moved(Dice dice, BigDecimal index, BigDecimal price) {
    return index.add(price.multiply(dice.between("-0.3", "0.3", 5)));
  }

  private static List<BigDecimal> prices(Dice dice, Entry entry, BigDecimal index) {
    List<BigDecimal> prices = new ArrayList<>();
    BigDecimal worst = entry.worst(index);
    prices.add(worst);
    prices.add(worst.multiply(dice.between("0.97", "1.03", 5)));
    prices.add(entry.written().price().multiply(dice.between("0.4", "1.6", 4)));
    prices.removeIf(price -> price.signum() <= 0);
    return prices;
  }

  @Test
  void whoIsAsBadAsTheKeySaysIsFoundHoweverFundingHasMoved() {
    int[] counted = new int[3];
    Dice.forEach(
        20_000,
        dice -> {
          Leg leg = CrossSamples.randomLeg(dice);
          Entry entry = dice.chance(0.5) ? isolated(dice, leg) : cross(dice, leg);
          BigDecimal index = moved(dice, leg.fundingIndex(), leg.price());
          FundingRange seen = FundingRange.at(leg.fundingIndex()).including(index);
          for (BigDecimal price : prices(dice, entry, index)) {
            boolean dangerous = entry.isDangerous(price, index);
            assertThat(!dangerous || entry.isFound(price, index, seen))
                .as("%s at %s and index %s", entry, price, index)
                .isTrue();
            counted[0]++;
            counted[1] += dangerous ? 1 : 0;
            counted[2] += dangerous && !entry.isFound(price, index, FundingRange.at(index)) ? 1 : 0;
          }
        });
    System.out.printf(
        "Sweep bound: of %d looks %d dangerous, %d of them found by the allowance alone%n",
        counted[0], counted[1], counted[2]);
    assertThat(counted[2]).isGreaterThan(500);
  }

  @Test
  void nothingIsAllowedForWhereFundingHasNeverMoved() {
    for (int tier = 0; tier < CONTRACT.tiers().tiers().size(); tier++) {
      BigDecimal rate = MaintenanceLine.of(CONTRACT, tier).rate();
      for (Side side : Side.values()) {
        BigDecimal index = number("3.5");
        assertThat(bound(side, tier, "1000", "3.5", FundingRange.at(index)).x())
            .isEqualByComparingTo(LiquidationPrice.x(number("1000"), index, side, rate));
      }
    }
  }

  private static SweepBound bound(
      Side side, int tier, String price, String index, FundingRange seen) {
    return SweepBound.of(CONTRACT, side, tier, number(price), number(index), seen);
  }

  @Test
  void theFirstTierNeedsNothingBelowAndTheLastNothingAbove() {
    FundingRange fallen = new FundingRange(number("0"), number("10"));
    FundingRange risen = new FundingRange(number("-10"), number("0"));
    assertThat(bound(Side.LONG, 0, "1000", "0", fallen).x()).isEqualByComparingTo("994.25");
    assertThat(bound(Side.LONG, 0, "1000", "0", risen).x()).isLessThan(number("994.25"));
    assertThat(bound(Side.SHORT, 3, "1000", "0", risen).x()).isEqualByComparingTo("1050.75");
    assertThat(bound(Side.SHORT, 3, "1000", "0", fallen).x()).isGreaterThan(number("1050.75"));
  }

  @Test
  void onePerCentOfFundingLetsASweepLookLessThanATwentiethPerCentFurther() {
    FundingRange seen = new FundingRange(number("-10"), number("10"));
    for (int tier = 0; tier < CONTRACT.tiers().tiers().size(); tier++) {
      BigDecimal still = bound(Side.LONG, tier, "1000", "0", FundingRange.at(number("0"))).x();
      assertThat(still.subtract(bound(Side.LONG, tier, "1000", "0", seen).x()))
          .isLessThan(number("0.5"));
    }
  }

  /**
   * Random positions at a market of the venue's own tiers, funding 1 %, 5 % and 20 % of the price.
   */
  @Test
  void fewAreFoundWhoAreNotDue() {
    for (String part : List.of("0.01", "0.05", "0.2")) {
      int[] counted = new int[3];
      Dice.forEach(
          20_000,
          dice -> {
            BigDecimal opened = number("1000").multiply(dice.between("-" + part, part, 5));
            BigDecimal index = number("1000").multiply(dice.between("-" + part, part, 5));
            BigDecimal highest = number("1000").multiply(number(part));
            FundingRange seen = new FundingRange(highest.negate(), highest);
            BigDecimal price = number("1000").multiply(dice.between("0.9", "1.1", 4));
            BigDecimal entered = number("1000").multiply(dice.between("0.9", "1.1", 4));
            long size = Math.max(1, dice.magnitude(0, 6, 6).longValue());
            Position bare =
                CrossSamples.position(CONTRACT, dice.chance(0.5) ? size : -size, entered, opened);
            Position position =
                bare.withMargin(bare.cost().abs().multiply(dice.between("0.02", "0.5", 4)));
            LiquidationPrice key = LiquidationPrice.of(position, CONTRACT, opened);
            boolean due = position.isDue(CONTRACT, price, index);
            boolean found =
                SweepBound.of(CONTRACT, position.side(), key.tier(), price, index, seen)
                    .finds(key.key());
            assertThat(found || !due).isTrue();
            counted[0] += due ? 1 : 0;
            counted[1] += found ? 1 : 0;
          });
      System.out.printf(
          "Sweep bound, funding within %s of the price: 20000 positions, %d due, %d found%n",
          part, counted[0], counted[1]);
      assertThat(counted[1] - counted[0]).isLessThan(400);
    }
  }
}
