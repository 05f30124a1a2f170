package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import venue.domain.Side;

class DeleverageRankingTest {

  private static Winner winner(long size, String score) {
    return new Winner(1, size, number(score));
  }

  private static DeleverageRanking ranking(List<BigDecimal> longs) {
    return new DeleverageRanking("BTC_USDT", START, Map.of(Side.LONG, longs));
  }

  private static List<BigDecimal> limits(int winners) {
    return DeleverageRanking.limits(
        IntStream.range(0, winners)
            .mapToObj(i -> winner(10, Integer.toString(winners - i)))
            .toList());
  }

  @Test
  void aLimitIsTheLowestScoreOfItsFifth() {
    assertThat(limits(10)).containsExactly(number("9"), number("7"), number("5"), number("3"));
    assertThat(limits(3)).containsExactly(number("3"), number("2"), number("2"), number("1"));
    assertThat(limits(0)).isEmpty();
  }

  @Test
  void aWinnersNumberIsThatOfItsFifth() {
    DeleverageRanking ranking = ranking(limits(10));
    assertThat(ranking.of(winner(10, "12"))).isEqualTo(1);
    assertThat(ranking.of(winner(10, "9"))).isEqualTo(1);
    assertThat(ranking.of(winner(10, "8.9"))).isEqualTo(2);
    assertThat(ranking.of(winner(10, "3"))).isEqualTo(4);
    assertThat(ranking.of(winner(10, "2.9"))).isEqualTo(5);
  }

  @Test
  void whereNobodyWonEveryWinnerIsAmongTheFirst() {
    assertThat(ranking(limits(10)).of(winner(-10, "0.1"))).isEqualTo(1);
    assertThat(ranking(limits(0)).of(winner(10, "0.1"))).isEqualTo(1);
  }
}
