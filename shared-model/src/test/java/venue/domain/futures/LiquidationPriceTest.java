package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Contract;
import venue.domain.market.Tier;
import venue.domain.market.TierTable;

class LiquidationPriceTest {
  private static final Contract CONTRACT = Samples.market().contract();

  @Test
  void aPositionIsDueExactlyAtOrBeyondItsLiquidationPrice() {
    Dice.forEach(
        5_000,
        dice -> {
          Position position = position(dice);
          BigDecimal index = index(dice);
          for (BigDecimal price : pricesAround(position, index, dice)) {
            assertThat(position.isDue(CONTRACT, price, index))
                .as("%s at %s and index %s", position, price, index)
                .isEqualTo(isAtOrBeyond(position, price, index));
          }
        });
  }

  @Test
  void theKeyOfTheTierInForceIsNeverLateWhileFundingStandsStill() {
    Dice.forEach(
        5_000,
        dice -> {
          Position position = position(dice);
          BigDecimal index = index(dice);
          LiquidationPrice liquidation = LiquidationPrice.of(position, CONTRACT, index);
          for (BigDecimal price : pricesAround(position, index, dice)) {
            if (position.isDue(CONTRACT, price, index)) {
              assertThat(fires(liquidation, position, price, index, liquidation.tier()))
                  .as("%s at %s and index %s", position, price, index)
                  .isTrue();
            }
          }
        });
  }

  @Test
  void theKeysOfAllTiersAreNeverLateHoweverFundingMoves() {
    Dice.forEach(
        5_000,
        dice -> {
          Position position = position(dice);
          List<BigDecimal> keys = keys(position);
          BigDecimal index = index(dice);
          for (BigDecimal price : pricesAround(position, index, dice)) {
            boolean found = false;
            for (int tier = 0; tier < keys.size(); tier++) {
              found |= fires(keys.get(tier), position, price, index, tier);
            }
            assertThat(!position.isDue(CONTRACT, price, index) || found)
                .as("%s at %s and index %s", position, price, index)
                .isTrue();
          }
        });
  }

  @Test
  void aKeyIsRoundedSoThatItFiresEarlyByLessThanItsLastDigit() {
    Dice.forEach(
        2_000,
        dice -> {
          Position position = position(dice);
          LiquidationPrice liquidation = LiquidationPrice.of(position, CONTRACT, BigDecimal.ZERO);
          BigDecimal q = CONTRACT.base(position.size());
          BigDecimal exact =
              position
                  .cost()
                  .subtract(q.multiply(position.fundingIndex()))
                  .subtract(position.margin())
                  .subtract(CONTRACT.tiers().tiers().get(liquidation.tier()).deduction());
          assertThat(liquidation.key().multiply(q).subtract(exact))
              .isGreaterThanOrEqualTo(BigDecimal.ZERO)
              .isLessThan(q.abs().movePointLeft(12));
        });
  }

  @Test
  void aFlatPositionHasNone() {
    assertThatThrownBy(
            () -> LiquidationPrice.of(Position.flat(CONTRACT), CONTRACT, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theKeyOfATierDoesNotChangeWithFunding() {
    Position position = position(-300_000, "1000", "20000", "0");
    assertThat(LiquidationPrice.of(position, CONTRACT, number("-20")).key())
        .isEqualByComparingTo(LiquidationPrice.of(position, CONTRACT, BigDecimal.ZERO).key());
  }

  @Test
  void fundingCanLiftTheLiquidationPriceIntoAnotherTierWhoseKeyComesFirst() {
    Position position = position(105_000, "1000", "50000", "0");
    LiquidationPrice opened = LiquidationPrice.of(position, CONTRACT, BigDecimal.ZERO);
    BigDecimal later = number("470");
    LiquidationPrice moved = LiquidationPrice.of(position, CONTRACT, later);
    assertThat(opened.tier()).isZero();
    assertThat(moved.tier()).isEqualTo(1);
    BigDecimal price = moved.price().setScale(2, RoundingMode.FLOOR);
    assertThat(position.isDue(CONTRACT, price, later)).isTrue();
    assertThat(fires(opened, position, price, later, opened.tier())).isFalse();
    assertThat(fires(moved, position, price, later, moved.tier())).isTrue();
  }

  @Test
  void theTierIsThatOfTheExactPriceWhereTwoPricesLookTheSame() {
    // 100 BTC, whose notional is 0.001 USDT above the first tier's limit at the liquidation price.
    Position position = position(100_000, "2000", "100574.9990107500", "0");
    BigDecimal price = number("1000.00001");
    LiquidationPrice liquidation = LiquidationPrice.of(position, CONTRACT, BigDecimal.ZERO);
    assertThat(position.isDue(CONTRACT, price, BigDecimal.ZERO)).isTrue();
    assertThat(fires(liquidation, position, price, BigDecimal.ZERO, liquidation.tier())).isTrue();
  }

  @Test
  void thePriceShownIsZeroWhereNoPositivePriceExists() {
    Position position = position(100, "1000", "101", "0");
    assertThat(LiquidationPrice.of(position, CONTRACT, BigDecimal.ZERO).price())
        .isEqualByComparingTo("0");
    assertThat(position.isDue(CONTRACT, number("0.01"), BigDecimal.ZERO)).isFalse();
  }

  private static boolean fires(
      LiquidationPrice liquidation,
      Position position,
      BigDecimal price,
      BigDecimal index,
      int tier) {
    return fires(liquidation.key(), position, price, index, tier);
  }

  private static boolean fires(
      BigDecimal key, Position position, BigDecimal price, BigDecimal index, int tier) {
    BigDecimal r =
        CONTRACT.tiers().tiers().get(tier).maintenanceRate().add(CONTRACT.takerFeeRate());
    int order = LiquidationPrice.x(price, index, position.side(), r).compareTo(key);
    return position.side() == Side.LONG ? order <= 0 : order >= 0;
  }

  private static List<BigDecimal> keys(Position position) {
    List<BigDecimal> keys = new ArrayList<>();
    for (Tier tier : CONTRACT.tiers().tiers()) {
      keys.add(LiquidationPrice.of(position, with(tier), BigDecimal.ZERO).key());
    }
    return keys;
  }

  private static Contract with(Tier tier) {
    return new Contract(
        CONTRACT.name(),
        CONTRACT.quantoMultiplier(),
        CONTRACT.priceStep(),
        CONTRACT.sizeMin(),
        CONTRACT.sizeMax(),
        CONTRACT.leverageMin(),
        CONTRACT.leverageMax(),
        CONTRACT.leverageDefault(),
        CONTRACT.takerFeeRate(),
        CONTRACT.orderFeeRate(),
        CONTRACT.liquidationFeeRate(),
        new TierTable(1, List.of(tier)));
  }

  /** {@code P|q|(1 − s·r)} against {@code s·qE − (M + d) + q(F − F₀)·s}: no division, so exact. */
  private static boolean isAtOrBeyond(Position position, BigDecimal price, BigDecimal index) {
    BigDecimal q = CONTRACT.base(position.size());
    for (Tier tier : CONTRACT.tiers().tiers()) {
      BigDecimal r = tier.maintenanceRate().add(CONTRACT.takerFeeRate());
      BigDecimal rs = position.side().sign().multiply(r);
      BigDecimal left = q.multiply(price).multiply(BigDecimal.ONE.subtract(rs));
      BigDecimal right =
          position
              .cost()
              .subtract(position.margin())
              .subtract(tier.deduction())
              .add(q.multiply(index.subtract(position.fundingIndex())));
      if (left.compareTo(right) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<BigDecimal> pricesAround(Position position, BigDecimal index, Dice dice) {
    BigDecimal at = LiquidationPrice.of(position, CONTRACT, index).price();
    BigDecimal step = CONTRACT.priceStep();
    BigDecimal floor = at.max(step);
    return List.of(
        floor,
        floor.subtract(number("0.0001")),
        floor.add(number("0.0001")),
        floor.subtract(step).max(step),
        floor.add(step),
        floor.multiply(dice.between("0.5", "1.5", 4)));
  }

  private static Position position(Dice dice) {
    BigDecimal contracts = dice.magnitude(0, 6, 6);
    long size = Math.max(1, contracts.longValue()) * (dice.chance(0.5) ? 1 : -1);
    BigDecimal entry = dice.between("200", "4000", 2);
    BigDecimal value = CONTRACT.base(Math.abs(size)).multiply(entry);
    BigDecimal margin = value.multiply(dice.between("0.003", "1.1", 4)).setScale(12);
    return position(
        size, entry.toPlainString(), margin.toPlainString(), index(dice).toPlainString());
  }

  private static BigDecimal index(Dice dice) {
    return dice.between("-40", "40", 18);
  }

  private static Position position(long size, String entry, String margin, String fundingIndex) {
    return new Position(
        Slot.single(CONTRACT.name()),
        size,
        CONTRACT.base(size).multiply(number(entry)),
        number(margin),
        number(fundingIndex),
        10,
        false,
        1,
        Realised.NONE,
        Turnover.NONE,
        Instant.EPOCH,
        Instant.EPOCH,
        0);
  }
}
