package venue.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Random inputs for a test of a rule. A failure names its seed; {@code -Dvenue.seed} runs that case
 * alone, {@code -Dvenue.cases} another number of cases, {@code -Dvenue.first} leaves out those
 * before a seed.
 */
public final class Dice {
  private final long seed;
  private final Random random;

  private Dice(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** Runs a test with the seeds 1 to {@code cases}. */
  public static void forEach(int cases, Consumer<Dice> test) {
    Long only = Long.getLong("venue.seed");
    long last = only == null ? Long.getLong("venue.cases", cases) : only;
    for (long seed = only == null ? Long.getLong("venue.first", 1) : only; seed <= last; seed++) {
      try {
        test.accept(new Dice(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dvenue.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /** The draws of one seed, for a test that needs a fixed number of them together. */
  public static Dice of(long seed) {
    return new Dice(seed);
  }

  /** What {@code -Dvenue.seed} is to be for the same draws. */
  public long seed() {
    return seed;
  }

  /** From {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  public long between(long low, long high) {
    return random.nextLong(low, high + 1);
  }

  /** Between two numbers, with so many decimals. */
  public BigDecimal between(String low, String high, int scale) {
    BigDecimal from = new BigDecimal(low);
    return new BigDecimal(high)
        .subtract(from)
        .multiply(BigDecimal.valueOf(random.nextDouble()))
        .add(from)
        .setScale(scale, RoundingMode.HALF_EVEN);
  }

  /** Any order of magnitude between two powers of ten, equally likely. */
  public BigDecimal magnitude(int low, int high, int digits) {
    return new BigDecimal(Math.pow(10, low + (high - low) * random.nextDouble()))
        .round(new MathContext(digits));
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public double bell() {
    return random.nextGaussian();
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
