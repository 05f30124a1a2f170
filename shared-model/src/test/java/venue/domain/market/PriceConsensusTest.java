package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.number;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.market.PriceConsensus.Agreed;
import venue.domain.market.PriceConsensus.Answer;

class PriceConsensusTest {
  private static final PriceConsensus CONSENSUS =
      new PriceConsensus(2, Duration.ofSeconds(10), number("0.01"));

  private static Answer answer(String source, String price, int secondsAgo) {
    return new Answer(source, number(price), START.minusSeconds(secondsAgo), 1);
  }

  private static Optional<Agreed> agreed(Answer... answers) {
    return CONSENSUS.of(List.of(answers), START);
  }

  @Test
  void isTheMedianOfThePricesAsOfTheMedianOfTheirTimes() {
    assertThat(agreed(answer("a", "1001", 3), answer("b", "1000", 2), answer("c", "1002", 5)))
        .hasValueSatisfying(
            agreed -> {
              assertThat(agreed.price()).isEqualByComparingTo("1001");
              assertThat(agreed.time()).isEqualTo(START.minusSeconds(3));
            });
  }

  @Test
  void aHeavierSourceMovesTheMedian() {
    Answer heavy = new Answer("c", number("1005"), START, 3);
    assertThat(agreed(answer("a", "1000", 0), answer("b", "1001", 0), heavy))
        .hasValueSatisfying(agreed -> assertThat(agreed.price()).isEqualByComparingTo("1005"));
  }

  @Test
  void whatASourceGivesBeyondTwelveDecimalsIsRoundedOff() {
    assertThat(agreed(answer("a", "0.12345678901250001", 0), answer("b", "0.1234567890125", 0)))
        .hasValueSatisfying(
            agreed -> assertThat(agreed.price()).isEqualTo(number("0.123456789012")));
    assertThat(agreed(answer("a", "0.0000000000001", 0), answer("b", "0.0000000000001", 0)))
        .isEmpty();
    assertThat(agreed(answer("a", "1000.5", 0), answer("b", "1000.5", 0)))
        .hasValueSatisfying(agreed -> assertThat(agreed.price()).isEqualTo(number("1000.5")));
  }

  @Test
  void anOutlierIsDropped() {
    assertThat(agreed(answer("a", "1000", 0), answer("b", "1001", 0), answer("c", "1500", 0)))
        .hasValueSatisfying(
            agreed -> {
              assertThat(agreed.sources()).containsExactly("a", "b");
              assertThat(agreed.price()).isEqualByComparingTo("1000");
            });
  }

  @Test
  void thereIsNoneWhenFewerThanTheQuorumAgree() {
    assertThat(agreed(answer("a", "1000", 0), answer("b", "1100", 0))).isEmpty();
  }

  @Test
  void oldAnswersAndPricesThatAreNoneDoNotCount() {
    assertThat(agreed(answer("a", "1000", 0), answer("b", "1000", 11))).isEmpty();
    assertThat(agreed(answer("a", "1000", 0), answer("b", "0", 0))).isEmpty();
    assertThat(agreed()).isEmpty();
  }

  @Test
  void anAnswerFromTheFutureDoesNotCount() {
    assertThat(agreed(answer("a", "1000", -2), answer("b", "1000", 4))).isEmpty();
    assertThat(agreed(answer("a", "1000", -1), answer("b", "1000", -1)))
        .hasValueSatisfying(agreed -> assertThat(agreed.time()).isEqualTo(START));
  }
}
