package venue.simulation.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.simulation.fault.Coverage;

class StormTest {
  private static final int CASES = 10;
  // From so many runs on each place should have been stopped at.
  private static final int ENOUGH = 20;
  // What comes once an hour or a day is rare here, and has tests of its own; so are reads that only
  // show something: the ranking for a winner's changed position, an order that was sent before.
  private static final List<String> RARE =
      List.of(
          " venue.audit.",
          " venue.function.RankingRefresh.",
          " venue.function.Winners.",
          " venue.smartleveragerebalance.Insuring.",
          "BatchGetItem at venue.function.OrderLookup.",
          "BatchGetItem at venue.orderplacement.PositionRequest.store");
  private static final int STEPS = Integer.getInteger("venue.steps", 500);

  @Test
  void theBooksHoldWhateverFailsAndTheOutcomeIsThatOfTheSameTicksAndRequestsInAnotherOrder() {
    Coverage coverage = new Coverage();
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger liquidations = new AtomicInteger();
    Instant start = Instant.now();
    Dice.forEach(
        CASES,
        dice -> {
          try (Storm storm = new Storm(dice)) {
            storm.run(STEPS);
            assertThat(differences(storm, Interleaving.prompt())).as("without a fault").isEmpty();
            assertThat(differences(storm, Interleaving.drawn(dice)))
                .as("in another order")
                .isEmpty();
            coverage.add(storm.coverage());
            liquidations.addAndGet(storm.liquidations());
            if (runs.incrementAndGet() % CASES == 0) {
              System.out.println(figures(runs.get(), liquidations.get(), start));
            }
          }
        });
    coverage.sites().forEach(site -> System.out.println("stopped before and after " + site));
    if (runs.get() >= ENOUGH) {
      assertThat(coverage.missing())
          .filteredOn(site -> RARE.stream().noneMatch(site::contains))
          .isEmpty();
    }
  }

  private static String figures(int runs, int liquidations, Instant start) {
    long millis = Duration.between(start, Instant.now()).toMillis();
    return "storm: %d runs of %d steps and twice again, %d liquidations, %d steps a second"
        .formatted(runs, STEPS, liquidations, 1000L * runs * STEPS / millis);
  }

  private static List<String> differences(Storm storm, Interleaving interleaving) {
    try (Replay replay = new Replay(storm, interleaving)) {
      return replay.differences();
    }
  }

  @Test
  void aSeedAlwaysLeadsToTheSameRun() {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Dice.forEach(
          1,
          dice -> {
            try (Storm storm = new Storm(dice)) {
              storm.run(100);
              runs.add(storm.history().events() + ", then " + storm.ending());
            }
          });
    }
    int half = runs.size() / 2;
    assertThat(runs.subList(0, half)).isEqualTo(runs.subList(half, runs.size()));
  }
}
