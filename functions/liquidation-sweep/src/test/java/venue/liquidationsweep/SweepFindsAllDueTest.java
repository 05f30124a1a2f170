package venue.liquidationsweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.store.AccountState;

/**
 * Over random portfolios, prices and funding: whoever a look at every account finds due is found by
 * the query of the index, and the sweep liquidates these and nobody else. More worlds: {@code
 * -Dvenue.cases}, more ticks in each: {@code -Dvenue.steps}.
 */
class SweepFindsAllDueTest {
  private static final int WORLDS = 2;
  private static final int STEPS = Integer.getInteger("venue.steps", 12);
  private int looks;
  private int isolatedDue;
  private int crossDue;
  private int foundInVain;
  private int redrawnInVain;

  @Test
  void whoIsDueIsFoundByTheIndexAndLiquidatedAndNobodyElse() {
    Dice.forEach(
        WORLDS,
        dice -> {
          try (SweptWorld world = new SweptWorld(dice)) {
            for (int step = 0; step < STEPS; step++) {
              world.tick();
              sweep(world, dice);
              world.trade();
            }
          }
          System.out.printf(
              "Sweep on DynamoDB, seeds up to %d: %d looks at an account, due %d isolated positions"
                  + " and %d cross accounts, %d found with nothing due, %d of them with a box drawn"
                  + " again%n",
              dice.seed(), looks, isolatedDue, crossDue, foundInVain, redrawnInVain);
        });
    assertThat(isolatedDue + crossDue).isPositive();
  }

  private void sweep(SweptWorld world, Dice dice) {
    SweptVenue venue = world.venue;
    Map<Long, AccountState> before = new HashMap<>();
    world.accounts.forEach(account -> before.put(account, venue.state(account)));
    Map<String, Set<Long>> found = new HashMap<>();
    SweptWorld.MARKETS.forEach(market -> found.put(market, venue.found(market)));
    before.values().forEach(state -> assertFound(state, Judged.at(venue, state), found));

    if (dice.chance(0.5)) {
      venue.sweepBySchedule();
    } else {
      SweptWorld.MARKETS.stream()
          .filter(market -> !found.getOrDefault(market, Set.of()).isEmpty())
          .forEach(venue::sweepByMessage);
    }
    Set<Long> named = new HashSet<>();
    found.values().forEach(named::addAll);
    before.forEach((account, state) -> assertSwept(venue, state, named.contains(account)));
  }

  private static void assertFound(AccountState state, Judged judged, Map<String, Set<Long>> found) {
    long account = state.account().number();
    for (String market : judged.isolated()) {
      assertThat(found.get(market)).as("isolated in %s: %s", market, state).contains(account);
    }
    if (judged.cross()) {
      assertThat(state.open().stream().filter(Position::cross).map(Position::market))
          .as("cross: %s", state)
          .anyMatch(market -> Objects.requireNonNull(found.get(market)).contains(account));
    }
  }

  private void assertSwept(SweptVenue venue, AccountState before, boolean found) {
    Judged due = Judged.at(venue, before);
    long account = before.account().number();
    AccountState after = venue.state(account);
    List<LiquidationFill> fills = venue.liquidated(account);
    Set<String> isolated = new TreeSet<>();
    Set<String> cross = new TreeSet<>();
    for (LiquidationFill fill : fills) {
      (isCross(before, fill.market()) ? cross : isolated).add(fill.market());
      assertThat(fill.equity()).isLessThanOrEqualTo(fill.maintenance());
    }
    assertThat(isolated).as("%s", before).isEqualTo(due.isolated());
    // What comes back of an isolated position may save the cross ones.
    boolean mayBeSaved = due.cross() && !due.isolated().isEmpty();
    assertThat(!cross.isEmpty() || mayBeSaved).as("%s", before).isEqualTo(due.cross());
    assertThat(Judged.at(venue, after).isDue()).as("still due: %s", after).isFalse();
    if (!due.isDue()) {
      assertThat(held(after)).isEqualTo(held(before));
    }
    count(due, found, !after.account().cross().equals(before.account().cross()));
  }

  private static boolean isCross(AccountState state, String market) {
    return state.position(Slot.single(market)).orElseThrow().cross();
  }

  /** All but the box of the cross positions. */
  private static List<Object> held(AccountState state) {
    return List.of(
        state.account().cash(),
        state.account().positionMargin(),
        state.account().sequence(),
        state.positions().stream().collect(Collectors.toSet()));
  }

  private void count(Judged due, boolean found, boolean redrawn) {
    looks++;
    isolatedDue += due.isolated().size();
    crossDue += due.cross() ? 1 : 0;
    foundInVain += found && !due.isDue() ? 1 : 0;
    redrawnInVain += redrawn && !due.isDue() ? 1 : 0;
  }
}
