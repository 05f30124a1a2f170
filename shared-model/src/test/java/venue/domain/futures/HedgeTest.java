package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refused;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.account.Account;
import venue.domain.futures.CrossLiquidation.Tradable;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/** A long and a short position in one market. */
class HedgeTest {
  private static final String MARKET = "BTC_USDT";
  private static final Market BTC = Samples.market();

  private static FuturesOrder closing(Optional<Side> side) {
    return new FuturesOrder(MARKET, 0, true, false, side, Optional.empty(), Optional.empty());
  }

  @Test
  void whatOpensMeetsItsOwnSideAndWhatReducesTheOther() {
    Slot longs = Slot.dual(MARKET, Side.LONG);
    Slot shorts = Slot.dual(MARKET, Side.SHORT);
    PositionMode hedge = PositionMode.HEDGE;
    assertThat(done(hedge.slot(Samples.order(MARKET, 5)))).isEqualTo(longs);
    assertThat(done(hedge.slot(Samples.order(MARKET, -5)))).isEqualTo(shorts);
    assertThat(done(hedge.slot(Samples.reducing(MARKET, 5)))).isEqualTo(shorts);
    assertThat(done(hedge.slot(Samples.reducing(MARKET, -5)))).isEqualTo(longs);
    assertThat(done(hedge.slot(closing(Optional.of(Side.SHORT))))).isEqualTo(shorts);
    assertThat(refused(hedge.slot(closing(Optional.empty()))))
        .isEqualTo(Reason.INVALID_PARAM_VALUE);
    assertThat(done(PositionMode.ONE_WAY.slot(closing(Optional.empty()))))
        .isEqualTo(Slot.single(MARKET));
  }

  /** Both positions of an account that is cross and hedged, after their orders. */
  private record Hedged(FuturesDesk desk, Position other) {

    static Hedged of(String cash, long longs, long shorts, Tick tick) {
      FuturesDesk desk = desk(cash, Side.LONG, tick);
      FuturesExecution first = done(MarketOrder.execute(Samples.order(MARKET, longs), 1, desk));
      FuturesDesk second =
          desk.beside(flat(Side.SHORT), first.account(), first.position(), first.shard());
      FuturesExecution both = done(MarketOrder.execute(Samples.order(MARKET, -shorts), 2, second));
      return new Hedged(
          second.beside(first.position(), both.account(), both.position(), both.shard()),
          both.position());
    }

    private static FuturesDesk desk(String cash, Side side, Tick tick) {
      return new FuturesDesk(
          Samples.account(cash).withMode(PositionMode.HEDGE),
          flat(side),
          Samples.shard(BTC),
          1,
          BTC,
          tick,
          tick.time());
    }

    private static Position flat(Side side) {
      return Position.flat(BTC.contract(), Slot.dual(MARKET, side).mode()).withCross(true, 20);
    }

    CrossMargin margin(Tick tick) {
      List<CrossLeg> legs = new ArrayList<>();
      legs.add(new CrossLeg(desk.position(), BTC, tick));
      legs.add(new CrossLeg(other, BTC, tick));
      return CrossMargin.of(desk.account(), legs);
    }
  }

  @Test
  void oneSideIsOpenedWithoutClosingTheOther() {
    Hedged both = Hedged.of("10000", 5_000, 3_000, Samples.tick(BTC, "1000"));
    assertThat(both.desk().position().size()).isEqualTo(5_000);
    assertThat(both.other().size()).isEqualTo(-3_000);
    assertThat(both.desk().account().cross().orElseThrow().triggers()).hasSize(2);
    assertThat(both.desk().shard().exposure().longs()).isEqualTo(5_000);
    assertThat(both.desk().shard().exposure().shorts()).isEqualTo(3_000);
  }

  @Test
  void theLiquidationPriceIsWhereTheSlackOfBothTogetherIsNothing() {
    Dice.forEach(
        200,
        dice -> {
          Tick tick = Samples.tick(BTC, "1000");
          Hedged both =
              Hedged.of("10000", dice.between(1L, 60_000L), dice.between(1L, 60_000L), tick);
          CrossMargin margin = both.margin(tick);
          for (CrossMargin.Leg leg : margin.legs()) {
            BigDecimal price = margin.liquidationPrice(leg);
            if (price.signum() > 0) {
              assertThat(slack(margin, price).abs()).isLessThan(number("1"));
            }
            boolean isFirst =
                leg.position().side() == Side.LONG
                    ? price.compareTo(number("1000")) < 0
                    : price.compareTo(number("1000")) > 0;
            if (!isFirst && price.signum() > 0) {
              BigDecimal beyond =
                  leg.position().side() == Side.LONG ? number("0.01") : number("100000");
              assertThat(slack(margin, beyond)).isPositive();
            }
          }
        });
  }

  @Test
  void ofTwoLiquidationPricesTheLongShowsTheLowerAndTheShortTheUpper() {
    Tick tick = Samples.tick(BTC, "1000");
    CrossMargin ample = Hedged.of("10000", 57_000, 53_000, tick).margin(tick);
    CrossMargin margin = new CrossMargin(number("3000"), ample.legs());
    for (CrossMargin.Leg leg : margin.legs()) {
      BigDecimal price = margin.liquidationPrice(leg);
      boolean isLong = leg.position().side() == Side.LONG;
      assertThat(price).isPositive();
      assertThat(price.compareTo(number("1000"))).isEqualTo(isLong ? -1 : 1);
      assertThat(slack(margin, price).abs()).isLessThan(number("1"));
    }
  }

  private static BigDecimal slack(CrossMargin margin, BigDecimal price) {
    return new CrossMargin(
            margin.cash(),
            margin.legs().stream()
                .map(
                    leg ->
                        new CrossMargin.Leg(
                            leg.position(), leg.contract(), price, leg.fundingIndex()))
                .toList())
        .slack();
  }

  @Test
  void inALiquidationBothAreClosedAgainstEachOtherFirst() {
    Tick tick = Samples.tick(BTC, "1000");
    Hedged both = Hedged.of("10000", 100_000, 60_000, tick);
    Tick fallen = Samples.after(BTC, tick, "760", 5);
    CrossMargin margin = both.margin(fallen);
    assertThat(margin.isDue()).isTrue();
    CrossLiquidation step =
        CrossLiquidation.next(
                margin, List.of(new Tradable(0, number("0.001")), new Tradable(1, number("0.001"))))
            .orElseThrow();
    assertThat(step.leg()).isZero();
    assertThat(step.against()).hasValue(1);
    assertThat(step.contracts()).isEqualTo(60_000);
  }

  @Test
  void nettingCostsNothingAndLeavesTheHousesRiskAsItWas() {
    Dice.forEach(
        100,
        dice -> {
          Tick tick = Samples.tick(BTC, "1000");
          Hedged both =
              Hedged.of("20000", dice.between(1L, 60_000L), dice.between(1L, 60_000L), tick);
          BigDecimal price = dice.between("600", "1600", 2);
          Tick moved = Samples.after(BTC, tick, price.toPlainString(), 5);
          long contracts = Math.min(both.desk().position().size(), -both.other().size());
          FuturesDesk desk =
              new FuturesDesk(
                  both.desk().account(),
                  both.desk().position(),
                  both.desk().shard(),
                  1,
                  BTC,
                  moved,
                  List.of(new CrossLeg(both.other(), BTC, moved)),
                  moved.time());
          Netting netting = Netting.of(3, contracts, desk, both.other(), List.of());

          Account before = desk.account();
          Account after = netting.second().account();
          HouseShard shard = netting.second().shards().getFirst();
          assertThat(shard.exposure().skew()).isEqualTo(desk.shard().exposure().skew());
          assertThat(shard.exposure().openInterest())
              .isEqualTo(desk.shard().exposure().openInterest() - 2 * contracts);
          assertThat(netting.first().fill().id()).isEqualTo(3);
          assertThat(netting.second().fill().id()).isEqualTo(4);
          assertThat(netting.first().fill().fee()).isZero();
          assertThat(netting.second().fill().fillPrice()).isEqualByComparingTo(moved.price());
          assertThat(netting.second().fill().equity())
              .isEqualByComparingTo(netting.first().fill().equity());
          BigDecimal users = after.cash().subtract(before.cash());
          BigDecimal house =
              shard
                  .cash()
                  .add(shard.insurance())
                  .subtract(desk.shard().cash())
                  .subtract(desk.shard().insurance());
          assertThat(users.add(house)).isEqualByComparingTo(BigDecimal.ZERO);
          boolean goesOn =
              !netting.first().position().isFlat() || !netting.second().position().isFlat();
          if (goesOn) {
            BigDecimal equityBefore = margin(desk, both.other()).equity();
            BigDecimal equityAfter =
                margin(
                        desk.beside(
                            netting.second().position(), after, netting.first().position(), shard),
                        netting.first().position())
                    .equity();
            assertThat(equityAfter.setScale(6, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(equityBefore.setScale(6, RoundingMode.HALF_EVEN));
          }
        });
  }

  private static CrossMargin margin(FuturesDesk desk, Position other) {
    List<CrossLeg> legs = new ArrayList<>();
    legs.add(new CrossLeg(desk.position(), BTC, desk.tick()));
    legs.add(new CrossLeg(other, BTC, desk.tick()));
    return CrossMargin.of(desk.account(), legs);
  }
}
