package venue.simulation.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import venue.domain.Dice;

class RecordedMarketsTest {
  private static final int ACCOUNTS = Integer.getInteger("venue.accounts", 100);

  static List<String> names() {
    return Paths.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nobodyEndsBelowZeroAndTheBooksHold(String name) {
    PricePath path = Paths.of(name);
    Dice.forEach(
        1,
        dice -> {
          try (RecordedRun run = new RecordedRun(path, ACCOUNTS, dice)) {
            System.out.println("seed " + dice.seed() + ", " + run.run());
            assertThat(run.problems()).isEmpty();
          }
        });
  }
}
