package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/** Positions of 1000 contracts of 0.001, opened at 1000. */
class WinnerTest {
  private static final Market MARKET = Samples.market();

  private static Position position(long size, String margin) {
    return Position.flat(MARKET.contract())
        .increased(MARKET.contract(), size, number("1000"), number(margin), BigDecimal.ZERO);
  }

  private static Optional<BigDecimal> score(Position position, String price) {
    return Winner.ofIsolated(1, position, MARKET.contract(), Samples.tick(MARKET, price))
        .map(Winner::score);
  }

  @Test
  void theScoreIsProfitTimesEffectiveLeverage() {
    // A profit of 100 on 1000; worth 1100 with an equity of 200.
    assertThat(score(position(1000, "100"), "1100").orElseThrow()).isEqualByComparingTo("0.55");
    // A profit of 100 on 1000; worth 900 with an equity of 200.
    assertThat(score(position(-1000, "100"), "900").orElseThrow()).isEqualByComparingTo("0.45");
  }

  @Test
  void aCrossPositionHasTheLeverageOfItsAccount() {
    Position cross =
        Position.flat(MARKET.contract())
            .withCross(true, 20)
            .increased(MARKET.contract(), 1000, number("1000"), BigDecimal.ZERO, BigDecimal.ZERO);
    Tick tick = Samples.tick(MARKET, "1100");
    // Worth 1100 with cash of 300 and a profit of 100.
    assertThat(
            Winner.of(Samples.account("300"), cross, MARKET, tick, List.of()).orElseThrow().score())
        .isEqualByComparingTo("0.275");
  }

  @Test
  void whoHasNoProfitOrNoEquityIsNoWinner() {
    assertThat(score(position(1000, "100"), "1000")).isEmpty();
    assertThat(score(position(1000, "100"), "999")).isEmpty();
    assertThat(score(position(1000, "-150"), "1100")).isEmpty();
    assertThat(score(Position.flat(MARKET.contract()), "1100")).isEmpty();
  }

  @Test
  void theHighestScoreComesFirstAndOfTwoTheOlderAccount() {
    Winner low = new Winner(1, 10, number("0.1"));
    Winner older = new Winner(2, 10, number("0.50"));
    Winner newer = new Winner(3, 10, number("0.5"));
    assertThat(Stream.of(low, newer, older).sorted(Winner.ORDER))
        .containsExactly(older, newer, low);
  }
}
