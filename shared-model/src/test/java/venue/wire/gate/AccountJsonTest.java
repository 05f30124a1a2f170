package venue.wire.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.after;
import static venue.domain.Samples.at;
import static venue.domain.Samples.desk;
import static venue.domain.Samples.done;
import static venue.domain.Samples.order;
import static venue.domain.Samples.then;
import static venue.domain.Samples.withSkew;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.domain.advance.Standing;
import venue.domain.advance.Standing.MarketTick;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.MarketOrder;
import venue.wire.json.Json;

class AccountJsonTest {

  /** An hour after 1 base was bought in a market that is net long. */
  private static FuturesDesk anHourLater(boolean cross) {
    FuturesDesk desk = then(desk(), done(LeverageChange.decide(10, cross, 1, desk())));
    FuturesDesk crowded = withSkew(desk, "100");
    FuturesDesk held =
        then(crowded, done(MarketOrder.execute(order("BTC_USDT", 1000), 2, crowded)));
    return at(held, after(held.market(), held.tick(), "1000", 3600));
  }

  private static BigDecimal shown(FuturesDesk desk, String field) {
    Standing standing =
        Standing.of(
            desk.account(),
            List.of(desk.position()),
            List.of(),
            List.of(new MarketTick(desk.market(), desk.tick())));
    return AccountJson.of(standing).get(field).flatMap(Json::decimal).orElseThrow();
  }

  private static BigDecimal owed(FuturesDesk desk) {
    return desk.position().fundingOwed(desk.market().contract(), desk.tick().fundingIndex());
  }

  @Test
  void whatAnIsolatedPositionOwesIsTakenFromPositionMargin() {
    FuturesDesk desk = anHourLater(false);
    assertThat(owed(desk)).isPositive();
    assertThat(shown(desk, "position_margin"))
        .isEqualByComparingTo(desk.account().positionMargin().subtract(owed(desk)));
    assertThat(shown(desk, "total"))
        .isEqualByComparingTo(desk.account().cash().subtract(owed(desk)));
  }

  @Test
  void whatACrossPositionOwesIsNot() {
    FuturesDesk desk = anHourLater(true);
    assertThat(owed(desk)).isPositive();
    assertThat(shown(desk, "position_margin")).isZero();
    assertThat(shown(desk, "total"))
        .isEqualByComparingTo(desk.account().cash().subtract(owed(desk)));
  }
}
