package venue.simulation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Samples;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.market.FundingRule;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;

/**
 * A long position of 10,000 USDT over nine hours at the highest funding rate, 0.3 % in eight hours,
 * with a tick a minute. Who leaves before the eighth hour and comes back after it saves the funding
 * of the minutes away, and pays for the way out and in.
 */
class FundingTimeTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int HOURS_8 = 480;
  private static final int END = 540;
  // So little that it costs a trade next to nothing, and k so high that the rate is at its cap.
  private static final BigDecimal SKEW = number("1");
  private final Market market = market();

  private static Market market() {
    Market usual = Samples.market();
    return new Market(
        usual.contract(),
        usual.fill(),
        new FundingRule(number("1000"), number("0.003"), Duration.ofHours(8)),
        usual.caps(),
        usual.solvency(),
        usual.fund(),
        usual.jumpBound(),
        usual.priceAgeMax(),
        usual.startingVolatility(),
        usual.createTime());
  }

  /** What is left of 10,000 USDT, if one is away so many minutes around a minute of the day. */
  private BigDecimal left(int away, int around) {
    Tick tick = next(Optional.empty(), Samples.START);
    FuturesDesk desk =
        new FuturesDesk(
            Samples.account("10000"),
            Position.flat(market.contract()),
            Samples.shard(market),
            1,
            market,
            tick,
            tick.time());
    desk = trade(desk, Samples.order(market.name(), 10_000));
    for (int minute = 1; minute <= END; minute++) {
      tick = next(Optional.of(tick), tick.time().plus(MINUTE));
      desk = Samples.at(desk, tick);
      if (away > 0 && minute == around - away / 2) {
        desk = trade(desk, Samples.closing(market.name()));
      }
      if (away > 0 && minute == around - away / 2 + away) {
        desk = trade(desk, Samples.order(market.name(), 10_000));
      }
    }
    return trade(desk, Samples.closing(market.name())).account().cash();
  }

  private Tick next(Optional<Tick> last, Instant time) {
    return new NextTick(market, SKEW, 1).good(last, number("1000"), time);
  }

  private static FuturesDesk trade(FuturesDesk desk, FuturesOrder order) {
    return Samples.then(desk, done(MarketOrder.execute(order, 1, desk)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 60})
  void whoLeavesBeforeFundingAndComesBackSavesNothing(int away) {
    BigDecimal stayed = left(0, 0);
    BigDecimal gain = left(away, HOURS_8).subtract(stayed);
    System.out.printf(
        "Away %d min around the eighth hour: %s bp more than staying, which costs %s bp in all%n",
        away, bp(gain), bp(stayed.subtract(number("10000"))));
    assertThat(gain).isNegative();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 333, 479, 480, 481})
  void noMinuteOfTheDayIsBetterThanAnother(int around) {
    assertThat(left(2, around).subtract(left(2, HOURS_8)).abs()).isLessThan(number("0.000001"));
  }

  /** Of 10,000 USDT. */
  private static BigDecimal bp(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }
}
