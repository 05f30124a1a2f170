package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Contract;

class ClosedPositionTest {
  private static final Contract CONTRACT = Samples.market().contract();
  private FuturesDesk desk = Samples.desk();
  private long id = 1;

  private FuturesFill trade(long size) {
    FuturesExecution done =
        Samples.done(MarketOrder.execute(Samples.order("BTC_USDT", size), ++id, desk));
    desk = Samples.then(desk, done);
    return done.fill();
  }

  private static BigDecimal value(FuturesFill fill, long contracts) {
    return CONTRACT.base(contracts).multiply(fill.price().price());
  }

  @Test
  void sumsUpWhatAPositionCameToSinceItsOpening() {
    FuturesFill first = trade(100);
    FuturesFill second = trade(50);
    FuturesFill part = trade(-120);
    FuturesFill again = trade(20);
    assertThat(part.closing()).isEmpty();
    FuturesFill last = trade(-50);
    ClosedPosition closed = last.closing().orElseThrow();

    assertThat(closed.side()).isEqualTo(Side.LONG);
    assertThat(closed.most()).isEqualTo(150);
    assertThat(closed.traded()).isEqualTo(170);
    assertThat(closed.realised().trading()).isEqualByComparingTo(part.result().add(last.result()));
    assertThat(closed.realised().fees().negate())
        .isEqualByComparingTo(
            first.fee().add(second.fee()).add(part.fee()).add(again.fee()).add(last.fee()));
    BigDecimal opened = value(first, 100).add(value(second, 50)).add(value(again, 20));
    assertThat(closed.openPrice())
        .isEqualByComparingTo(Position.average(opened, CONTRACT.base(170), CONTRACT));
    assertThat(closed.closePrice())
        .isEqualByComparingTo(
            Position.average(value(part, 120).add(value(last, 50)), CONTRACT.base(170), CONTRACT));
    assertThat(closed.openTime()).isEqualTo(desk.tick().time());
  }

  @Test
  void aTradeThroughZeroClosesOnePositionAndOpensAnother() {
    FuturesFill opening = trade(100);
    FuturesFill turning = trade(-150);
    ClosedPosition closed = turning.closing().orElseThrow();
    assertThat(closed.traded()).isEqualTo(100);
    assertThat(closed.realised().trading()).isEqualByComparingTo(turning.result());
    assertThat(closed.realised().fees().negate().subtract(opening.fee()))
        .isEqualByComparingTo(value(turning, 100).multiply(CONTRACT.orderFeeRate()));

    ClosedPosition other = trade(50).closing().orElseThrow();
    assertThat(other.side()).isEqualTo(Side.SHORT);
    assertThat(other.traded()).isEqualTo(50);
    assertThat(other.openPrice()).isEqualByComparingTo(turning.price().price());
  }

  @Test
  void aTradeSaysHowMuchOfItClosed() {
    assertThat(trade(100).closed()).isZero();
    assertThat(trade(-40).closed()).isEqualTo(-40);
    assertThat(trade(-100).closed()).isEqualTo(-60);
    assertThat(trade(10).closed()).isEqualTo(10);
  }
}
