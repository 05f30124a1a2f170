package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.market.Contract;

class PositionTest {
  private static final Contract CONTRACT = market().contract();

  private static Position position(long size, String cost, String fundingIndex) {
    return new Position(
        Slot.single(CONTRACT.name()),
        size,
        number(cost),
        number("1"),
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

  @ParameterizedTest
  @ValueSource(longs = {3, -3})
  void aReductionTakesTheLastDigitOfItsShareFromTheUser(long size) {
    String cost = size > 0 ? "10" : "-10";
    Position left = position(size, cost, "0").reduced(CONTRACT, 1);
    BigDecimal costRemoved = number(cost).subtract(left.cost());
    // The result is proceeds less the cost removed: a third of 10 rounded up, of -10 too.
    assertThat(costRemoved).isEqualByComparingTo(size > 0 ? "3.333333333334" : "-3.333333333333");
    assertThat(left.margin()).isEqualByComparingTo("0.666666666667");
  }

  @Test
  void aLongGainsAndPaysFundingAndAShortLosesAndReceivesIt() {
    Position bought = position(1000, "1000", "2");
    Position sold = position(-1000, "-1000", "2");
    assertThat(bought.equity(CONTRACT, number("1010"), number("5"))).isEqualByComparingTo("8");
    assertThat(sold.equity(CONTRACT, number("1010"), number("5"))).isEqualByComparingTo("-6");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 100})
  void initialMarginIsRoundedUp(int leverage) {
    BigDecimal margin =
        Position.initialMargin(number("1.000000000001"), leverage, number("0.00075"));
    assertThat(margin.multiply(BigDecimal.valueOf(leverage)))
        .isGreaterThan(
            number("1.000000000001")
                .multiply(
                    BigDecimal.ONE.add(number("0.00075").multiply(BigDecimal.valueOf(leverage)))));
  }
}
