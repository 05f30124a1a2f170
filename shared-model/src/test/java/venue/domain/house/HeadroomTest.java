package venue.domain.house;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.number;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.market.HouseFigures;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;

/** At a price of 1000, with an equity of 1000 and a reserve of 20 %: it covers 5 of the base. */
class HeadroomTest {
  private static final Market MARKET = Samples.market();

  private static Tick tick(String skew) {
    return new NextTick(MARKET, number(skew), 1)
        .good(Optional.empty(), number("1000"), START)
        .withHouse(HouseFigures.withoutUnits(number("1000")));
  }

  private static boolean takes(String skew, String trade) {
    return new Headroom(MARKET, tick(skew), 1)
        .exceededBy(number("0"), number(trade), number("0"), number("0"))
        .isEmpty();
  }

  @Test
  void takesNetExposureThatTheReserveCoversAndNoMore() {
    assertThat(takes("0", "5")).isTrue();
    assertThat(takes("0", "5.001")).isFalse();
    assertThat(takes("-4", "-1.001")).isFalse();
  }

  @Test
  void alwaysTakesWhatBringsNetExposureBack() {
    assertThat(takes("20", "-1")).isTrue();
    assertThat(takes("20", "-25")).isTrue();
    assertThat(takes("20", "-40.001")).isFalse();
  }

  @Test
  void countsWhatTheAccountHasTradedSinceTheTick() {
    Headroom room = new Headroom(MARKET, tick("0"), 1);
    assertThat(room.exceededBy(number("4"), number("1.001"), number("0"), number("0")))
        .contains(number("5.001"));
  }

  @Test
  void letsOneShardTakeOnItsEvenPart() {
    Headroom room = new Headroom(MARKET, tick("0"), 4);
    assertThat(room.exceededBy(number("0"), number("1"), number("0.25"), number("1.25"))).isEmpty();
    assertThat(room.exceededBy(number("0"), number("1"), number("0.26"), number("1.26")))
        .isPresent();
    assertThat(room.exceededBy(number("0"), number("1"), number("-3"), number("-2"))).isEmpty();
  }

  @Test
  void aTickThatDoesNotTellTheEquitySetsNoLimit() {
    Headroom room = new Headroom(MARKET, Samples.tick(MARKET, "1000"), 1);
    assertThat(room.exceededBy(number("0"), number("100"), number("0"), number("100"))).isEmpty();
  }
}
