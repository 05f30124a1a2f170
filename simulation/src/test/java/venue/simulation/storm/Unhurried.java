package venue.simulation.storm;

import java.util.random.RandomGenerator;

/** Draws as another does, but for pauses: there is nobody to wait for. */
public record Unhurried(RandomGenerator random) implements RandomGenerator {

  @Override
  public long nextLong() {
    return random.nextLong();
  }

  @Override
  public long nextLong(long bound) {
    return 0;
  }
}
