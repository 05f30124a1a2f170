package venue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.FixedMultiple;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.FundRule;
import venue.domain.smartleverage.LeveragePolicy;
import venue.domain.smartleverage.Rebalance;
import venue.domain.smartleverage.RecentringBand;
import venue.domain.smartleverage.Recomputation;
import venue.domain.smartleverage.VariableRange;
import venue.domain.smartleverage.VolatilityTarget;

/**
 * What Smart Leverage promises, under prices that jump by up to 95 %, fall and come back, with
 * ticks from a second to days apart, in doubt and out of order, while people trade units and
 * futures.
 */
class HostilePathsTest {
  private static final int USERS = 4;
  private static final int STEPS = 50;
  private final Map<String, Integer> seen = new TreeMap<>();

  private static Stream<LeveragePolicy> policies() {
    return Stream.of(
        VolatilityTarget.USUAL,
        new FixedMultiple(
            number("3"), BigDecimal.ZERO, number("4"), Optional.of(LocalTime.of(0, 2))),
        new RecentringBand(
            number("2"),
            number("1.7"),
            number("2.3"),
            number("2.6"),
            number("0.05"),
            Duration.ofDays(1),
            Duration.ofMinutes(1)),
        new VariableRange(number("2"), number("1.25"), number("4")));
  }

  private static Market market(LeveragePolicy policy) {
    Market usual = Samples.market();
    return new Market(
        usual.contract(),
        usual.fill(),
        usual.funding(),
        usual.caps(),
        usual.solvency(),
        FundRule.ofBoth(policy, number("0.02")),
        usual.jumpBound(),
        usual.priceAgeMax(),
        usual.startingVolatility(),
        usual.createTime());
  }

  /** A tick and what was done at it. */
  private record Step(Tick tick, List<Rebalance> done) {}

  @ParameterizedTest
  @MethodSource("policies")
  void keepsItsPromisesUnderHostilePrices(LeveragePolicy policy) {
    Dice.forEach(
        60,
        dice -> {
          CrowdedBooks books =
              new CrowdedBooks(
                  market(policy), USERS, number("10000"), number("300000"), number("10000"));
          List<Fund> begun = Stream.of(Side.values()).map(books::fund).toList();
          List<Step> steps = new ArrayList<>();
          for (int i = 0; i < STEPS; i++) {
            Tick before = books.tick;
            move(books, dice);
            nothingIsDueAt(before, books);
            steps.add(new Step(books.tick, books.rebalance()));
            steps.getLast().done().forEach(done -> seen.merge(done.kind().name(), 1, Integer::sum));
            steps.getLast().done().forEach(HostilePathsTest::costsNoMoreThanThereIs);
            var _ = books.sweep();
            holds(books, policy);
            trade(books, dice);
            books.check();
          }
          if (policy instanceof VolatilityTarget) {
            raisesAreOnSchedule(steps);
          }
          begun.forEach(fund -> replaysToTheSame(fund, books, steps));
        });
    System.out.println(policy.name() + ": " + seen);
    assertThat(seen).containsKeys("CUT", "RAISE", "WIPE");
  }

  private static void move(CrowdedBooks books, Dice dice) {
    int seconds = dice.chance(0.1) ? dice.between(86_400, 300_000) : dice.between(1, 20_000);
    if (dice.chance(0.1)) {
      books.degraded(seconds);
      return;
    }
    BigDecimal left = BigDecimal.ONE.subtract(dice.between("0", "0.95", 6));
    BigDecimal factor =
        switch (dice.between(0, 9)) {
          case 0 -> left;
          case 1 -> BigDecimal.ONE.divide(left, MathContext.DECIMAL32);
          case 2 -> number("1000").divide(books.tick.price(), MathContext.DECIMAL32);
          default -> dice.between("0.97", "1.03", 6);
        };
    BigDecimal price = books.tick.price().multiply(factor).setScale(2, RoundingMode.HALF_EVEN);
    books.tick(price.max(number("20")).min(number("50000")), seconds, dice.chance(0.5));
  }

  private static void nothingIsDueAt(Tick older, CrowdedBooks books) {
    for (Side side : Side.values()) {
      assertThat(Rebalance.due(books.fund(side), books.market, older)).isEmpty();
    }
    if (books.tick.quality() != Tick.Quality.GOOD) {
      for (Side side : Side.values()) {
        assertThat(Rebalance.due(books.fund(side), books.market, books.tick)).isEmpty();
      }
    }
  }

  private static void trade(CrowdedBooks books, Dice dice) {
    long user = dice.between(1, USERS);
    Side side = dice.oneOf(List.of(Side.values()));
    var _ =
        switch (dice.between(0, 4)) {
          case 0 -> books.buyUnits(user, side, dice.magnitude(0, 3, 6));
          case 1 -> books.sellUnits(user, side, dice.between("0.1", "1", 3));
          case 2 -> books.sellUnits(user, side, BigDecimal.ONE);
          case 3 -> books.order(user, dice.between(-2_000L, 2_000L));
          default -> false;
        };
  }

  private static void costsNoMoreThanThereIs(Rebalance done) {
    assertThat(done.after().nav()).as("NAV after %s", done).isPositive();
    assertThat(done.cost()).isBetween(BigDecimal.ZERO, done.navBefore());
  }

  private static void holds(CrowdedBooks books, LeveragePolicy policy) {
    for (Side side : Side.values()) {
      Fund fund = books.fund(side);
      boolean hasAnUpperEdge = !(policy instanceof RecentringBand);
      if (books.tick.quality() == Tick.Quality.GOOD && hasAnUpperEdge) {
        BigDecimal target = policy.target(books.tick.volatility().sigma(), side);
        assertThat(fund.leverageAt(books.tick)).isLessThanOrEqualTo(policy.upperEdge(target));
      }
    }
  }

  /** By the schedule as it is published, not by the code that keeps it. */
  private static void raisesAreOnSchedule(List<Step> steps) {
    Set<String> taken = new HashSet<>();
    for (Step step : steps) {
      for (Rebalance done : step.done()) {
        if (done.kind() == Rebalance.Kind.RAISE) {
          Instant due = raiseTime(done.before().name(), done.time());
          assertThat(done.time()).isBetween(due, due.plus(Duration.ofMinutes(15)));
          assertThat(taken.add(done.before().name() + due))
              .as("one raise at a raise time")
              .isTrue();
        }
      }
    }
  }

  private static Instant raiseTime(String fund, Instant moment) {
    long eightHours = Duration.ofHours(8).toMillis();
    long period = moment.toEpochMilli() / eightHours;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((fund + "#" + period).getBytes(StandardCharsets.UTF_8));
      long jitter = Long.parseLong(HexFormat.of().formatHex(hash, 0, 7), 16) % 1_800_000;
      return Instant.ofEpochMilli(period * eightHours + jitter);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void replaysToTheSame(Fund begun, CrowdedBooks books, List<Step> steps) {
    Recomputation replay = new Recomputation(books.market, begun);
    for (Step step : steps) {
      Optional<Rebalance> recorded =
          step.done().stream().filter(done -> done.before().side() == begun.side()).findFirst();
      assertThat(replay.tick(step.tick(), recorded)).isEmpty();
    }
    assertThat(replay.fund()).isEqualTo(books.fund(begun.side()));
  }
}
