package venue.simulation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;

/**
 * Somebody trades units for 5,000 USDT around something that is known to come, and does not know
 * which way the price goes then: it is looked at with the price unmoved, and with the mean of as
 * much up as down. Who stays in or out all the time is no worse off.
 */
class UnitsAroundEventsTest {
  private static final BigDecimal AMOUNT = number("5000");
  private static final Duration TICK = Duration.ofSeconds(5);
  private static final Market MARKET = Samples.market();
  private static final Tick START = Samples.tick(MARKET, "1000");

  /** What is known to come with the next tick, from a state in which it is due. */
  enum Event {
    TICK_ALONE(Side.LONG, "1", "1.2", Duration.ofSeconds(5), Optional.empty()),
    CUT(Side.LONG, "1", "1.5624", Duration.ofSeconds(5), Optional.of(Rebalance.Kind.CUT)),
    CUT_OF_A_SHORT(
        Side.SHORT, "1", "1.5624", Duration.ofSeconds(5), Optional.of(Rebalance.Kind.CUT)),
    RAISE(Side.LONG, "1", "0.5", Duration.ofMinutes(5), Optional.of(Rebalance.Kind.RAISE)),
    RAISE_OF_A_SHORT(
        Side.SHORT, "1", "0.5", Duration.ofMinutes(5), Optional.of(Rebalance.Kind.RAISE)),
    DAY_OF_FEE(Side.LONG, "1", "1.2", Duration.ofDays(1), Optional.empty()),
    MERGE(Side.LONG, "0.001001", "1.5624", Duration.ofSeconds(5), Optional.of(Rebalance.Kind.CUT));

    private final Side side;
    private final BigDecimal nav;
    private final BigDecimal leverage;
    private final Duration wait;
    private final Optional<Rebalance.Kind> comes;

    Event(Side side, String nav, String leverage, Duration wait, Optional<Rebalance.Kind> comes) {
      this.side = side;
      this.nav = number(nav);
      this.leverage = number(leverage);
      this.wait = wait;
      this.comes = comes;
    }

    private UnitsPath path() {
      Fund opened = Fund.open(MARKET, side, START);
      UnitsPath path = new UnitsPath(MARKET, opened.withLeverage(leverage, nav, START), START);
      path.pass(number("1000"), TICK);
      while (comes.equals(Optional.of(Rebalance.Kind.RAISE))
          && !path.isRebalancedIn(TICK.plus(wait))) {
        path.pass(number("1000"), Duration.ofMinutes(1));
      }
      return path;
    }

    private List<BigDecimal> prices(BigDecimal move) {
      return List.of(
          number("1000").multiply(BigDecimal.ONE.add(move)),
          number("1000").multiply(BigDecimal.ONE.subtract(move)));
    }
  }

  /** What a person does between two ticks. */
  enum Act {
    NOTHING,
    BUY,
    SELL;

    private void on(UnitsPath.Person person) {
      switch (this) {
        case NOTHING -> {}
        case BUY -> person.buy(AMOUNT);
        case SELL -> person.sellAll();
      }
    }
  }

  /** What an attacker has in the end, at a price that the tick of the event has. */
  private static BigDecimal result(
      Event event, BigDecimal price, Act before, Act between, Act after) {
    UnitsPath path = event.path();
    UnitsPath.Person person = path.new Person();
    before.on(person);
    path.pass(number("1000"), TICK);
    between.on(person);
    path.pass(price, event.wait);
    after.on(person);
    path.pass(price, TICK);
    if (person.units().signum() > 0) {
      person.sellAll();
    }
    return person.cash();
  }

  private static BigDecimal mean(Event event, BigDecimal move, Act before, Act between, Act after) {
    return event.prices(move).stream()
        .map(price -> result(event, price, before, between, after))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(number("2"), 12, RoundingMode.HALF_EVEN);
  }

  private static Stream<BigDecimal> moves() {
    return Stream.of("0", "0.001", "0.01", "0.05").map(Samples::number);
  }

  @ParameterizedTest
  @EnumSource
  void whoComesInForItIsWorseOffThanWhoStaysOut(Event event) {
    moves()
        .forEach(
            move -> {
              BigDecimal gain =
                  mean(event, move, Act.NOTHING, Act.BUY, Act.SELL).subtract(number("10000"));
              System.out.printf("%s, ±%s: in for it %s bp%n", event, move, bp(gain));
              assertThat(gain).as("move %s", move).isNegative();
            });
  }

  @ParameterizedTest
  @EnumSource
  void whoStepsOutForItIsWorseOffThanWhoStaysIn(Event event) {
    moves()
        .forEach(
            move -> {
              BigDecimal stayed = mean(event, move, Act.BUY, Act.NOTHING, Act.NOTHING);
              BigDecimal gain = mean(event, move, Act.BUY, Act.SELL, Act.BUY).subtract(stayed);
              System.out.printf("%s, ±%s: out of its way %s bp%n", event, move, bp(gain));
              assertThat(gain).as("move %s", move).isNegative();
            });
  }

  @ParameterizedTest
  @EnumSource
  void eachEventComesIndeed(Event event) {
    UnitsPath path = event.path();
    path.pass(number("1000"), TICK);
    long before = path.fund().epoch();
    BigDecimal against = number("1000").subtract(event.side.sign().multiply(number("10")));
    path.pass(against, event.wait);
    assertThat(path.rebalances())
        .extracting(Rebalance::kind)
        .isEqualTo(event.comes.stream().toList());
    assertThat(path.fund().epoch() - before).isEqualTo(event == Event.MERGE ? 1 : 0);
  }

  /** Of the amount. */
  private static BigDecimal bp(BigDecimal gain) {
    return gain.movePointRight(4).divide(AMOUNT, 2, RoundingMode.HALF_EVEN);
  }

  @Test
  void withoutRebalancesUnitsBringNoMoreThanTheirExposureOfThePricesMoves() {
    Dice.forEach(
        200,
        dice -> {
          UnitsPath path = Event.TICK_ALONE.path();
          UnitsPath.Person person = path.new Person();
          BigDecimal moved = BigDecimal.ZERO;
          for (int i = 0; i < 20; i++) {
            boolean holds = person.units().signum() > 0;
            if (dice.chance(0.5)) {
              (holds ? Act.SELL : Act.BUY).on(person);
            }
            BigDecimal exposure = person.units().multiply(path.fund().exposure());
            BigDecimal before = path.tick().price();
            path.pass(
                before.multiply(dice.between("0.995", "1.005", 6)).setScale(2, RoundingMode.UP),
                TICK);
            moved = moved.add(exposure.multiply(path.tick().price().subtract(before)));
          }
          if (person.units().signum() > 0) {
            person.sellAll();
          }
          assertThat(path.rebalances()).isEmpty();
          assertThat(person.cash().subtract(number("10000"))).isLessThanOrEqualTo(moved);
        });
  }
}
