package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.at;
import static venue.domain.Samples.desk;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.order;
import static venue.domain.Samples.then;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.house.Deficit;
import venue.domain.house.HouseBooks;
import venue.domain.house.HouseShard;

/** A long position of 1000 contracts, opened at 1000.11 with 10x, at a price of 1100. */
class DeleverageTest {
  private static final DeleverageFill.Place PLACE = new DeleverageFill.Place(1, 1, BigDecimal.ONE);
  private static final FuturesDesk HELD =
      then(desk(), done(MarketOrder.execute(order("BTC_USDT", 1000), 2, desk())));
  private static final FuturesDesk RISEN =
      at(HELD, Samples.after(HELD.market(), HELD.tick(), "1100", 5));

  private static Deleverage closed(long contracts) {
    Deficit deficit = new Deficit(Side.LONG, number("1"), number("100"), number("110"), contracts);
    return Deleverage.of(3, deficit, 1000, PLACE, RISEN);
  }

  private static BigDecimal equity(HouseShard shard) {
    return HouseBooks.of(List.of(shard)).equity(RISEN.market().contract(), RISEN.tick(), List.of());
  }

  @Test
  void closesAtExactlyThePriceWithoutAFee() {
    Deleverage done = closed(1000);
    BigDecimal cost = HELD.position().cost();
    assertThat(done.fill().price()).isEqualByComparingTo("1100");
    assertThat(done.fill().closed()).isEqualTo(-1000);
    assertThat(done.fill().result()).isEqualByComparingTo(number("1100").subtract(cost));
    assertThat(done.account().cash())
        .isEqualByComparingTo(HELD.account().cash().add(done.fill().result()));
    assertThat(done.account().positionMargin()).isEqualByComparingTo("0");
    assertThat(done.position().isFlat()).isTrue();
    assertThat(done.shard().fees()).isEqualByComparingTo(HELD.shard().fees());
    assertThat(done.shard().exposure().openInterest()).isZero();
    assertThat(done.fill().closing().orElseThrow().closePrice()).isEqualByComparingTo("1100");
  }

  @Test
  void leavesWhatThePositionOnTheOtherSideHedges() {
    Deficit deficit = new Deficit(Side.LONG, number("1"), number("100"), number("110"), 1000);
    assertThat(Deleverage.of(3, deficit, 400, PLACE, RISEN).position().size()).isEqualTo(600);
  }

  @Test
  void closesNoMoreThanTheDeficitAsksFor() {
    Deleverage done = closed(300);
    assertThat(done.position().size()).isEqualTo(700);
    assertThat(done.fill().closed()).isEqualTo(-300);
    assertThat(done.position().margin())
        .isEqualByComparingTo(HELD.position().margin().multiply(number("0.7")));
    assertThat(done.fill().closing()).isEmpty();
    assertThat(closed(2000).fill().closed()).isEqualTo(-1000);
  }

  @Test
  void movesNoEquityOfTheHouse() {
    for (long contracts : List.of(1L, 333L, 1000L)) {
      assertThat(equity(closed(contracts).shard()).subtract(equity(RISEN.shard())))
          .isBetween(BigDecimal.ZERO, number("0.000000000002"));
    }
  }

  @Test
  void leavesThePositionNoNearerToLiquidation() {
    Deleverage done = closed(300);
    BigDecimal before = liquidationPrice(RISEN.position());
    assertThat(liquidationPrice(done.position())).isLessThanOrEqualTo(before);
  }

  private static BigDecimal liquidationPrice(Position position) {
    return LiquidationPrice.of(position, RISEN.market().contract(), BigDecimal.ZERO).price();
  }
}
