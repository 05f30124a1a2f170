package venue.simulation.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;

@Disabled("Effects still happen at the tick at which a function comes by, not at their own.")
class EqualityTest {
  private static final int CASES = 5;
  private static final int STEPS = Integer.getInteger("venue.steps", 300);

  @Test
  void theOutcomeDoesNotDependOnWhichFunctionCameFirst() {
    Dice.forEach(
        CASES,
        dice -> {
          try (Storm storm = new Storm(dice)) {
            storm.run(STEPS);
            List<String> differences = new ArrayList<>();
            replay(storm, Interleaving.prompt())
                .forEach(each -> differences.add("prompt: " + each));
            replay(storm, Interleaving.drawn(dice))
                .forEach(each -> differences.add("late: " + each));
            assertThat(differences).as("differences of %s", storm.setting()).isEmpty();
          }
        });
  }

  private static List<String> replay(Storm storm, Interleaving interleaving) {
    try (Replay replay = new Replay(storm, interleaving)) {
      return replay.differences();
    }
  }
}
