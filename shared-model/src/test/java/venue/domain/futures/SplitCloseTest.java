package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.after;
import static venue.domain.Samples.at;
import static venue.domain.Samples.closing;
import static venue.domain.Samples.desk;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.order;
import static venue.domain.Samples.reducing;
import static venue.domain.Samples.then;
import static venue.domain.Samples.withSkew;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Outcome;

/** Orders that are split to gain from rounding. */
class SplitCloseTest {

  @Test
  void closingInPartsNeverGivesMoreThanClosingAtOnceAtTheSamePrice() {
    Dice.forEach(
        1_000,
        dice -> {
          FuturesDesk held = holding(dice);
          FuturesExecution atOnce = done(close(held));
          FuturesDesk desk = held;
          int parts = 0;
          while (!desk.position().isFlat()) {
            long size = desk.position().size();
            long part = dice.between(1L, Math.abs(size)) * -Long.signum(size);
            FuturesExecution execution =
                done(MarketOrder.execute(reducing(desk.market().name(), part), 3, desk));
            assertThat(execution.fill().price().price())
                .isEqualByComparingTo(atOnce.fill().price().price());
            desk = then(desk, execution);
            parts++;
          }
          BigDecimal lost = atOnce.account().cash().subtract(desk.account().cash());
          assertThat(lost).isNotNegative();
          assertThat(lost).isLessThan(BigDecimal.valueOf(3L * parts, 12));
          assertThat(desk.account().positionMargin()).isEqualByComparingTo("0");
          assertThat(desk.shard().exposure().cost()).isEqualByComparingTo("0");
          assertThat(desk.shard().exposure().funding()).isEqualByComparingTo("0");
        });
  }

  private static Outcome<FuturesExecution> close(FuturesDesk desk) {
    return MarketOrder.execute(closing(desk.market().name()), 2, desk);
  }

  /** A position opened in several fills, at a tick whose skew makes closing it free of impact. */
  private static FuturesDesk holding(Dice dice) {
    FuturesDesk desk = withSkew(desk(), "0");
    int sign = dice.oneOf(List.of(1, -1));
    for (int i = 0; i < 3; i++) {
      long size = sign * dice.between(1L, 7_000L);
      desk = then(desk, done(MarketOrder.execute(order(desk.market().name(), size), 1, desk)));
      desk =
          at(
              desk,
              after(desk.market(), desk.tick(), dice.between("990", "1010", 2).toPlainString(), 1));
    }
    return withSkew(desk, number("5000").multiply(BigDecimal.valueOf(sign)).toPlainString());
  }
}
