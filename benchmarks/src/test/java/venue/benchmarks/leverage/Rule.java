package venue.benchmarks.leverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.smartleverage.FixedMultiple;
import venue.domain.smartleverage.LeveragePolicy;
import venue.domain.smartleverage.RecentringBand;
import venue.domain.smartleverage.VariableRange;
import venue.domain.smartleverage.VolatilityTarget;

/** A policy with the name it is shown by. */
record Rule(String name, LeveragePolicy policy, BigDecimal managementFee) {
  static final Rule USUAL = new Rule("default", VolatilityTarget.USUAL);

  private static final Optional<LocalTime> MIDNIGHT = Optional.of(LocalTime.MIDNIGHT);

  /** Without a management fee, as spot is. */
  Rule(String name, LeveragePolicy policy) {
    this(name, policy, BigDecimal.ZERO);
  }

  /** Those that the default must beat: daily reset and reset at 4/3, and FLI's band. */
  static List<Rule> peers() {
    return List.of(
        new Rule("fixed 2x", new FixedMultiple(number("2"), BigDecimal.ZERO, third("8"), MIDNIGHT)),
        new Rule(
            "fixed 3x", new FixedMultiple(number("3"), BigDecimal.ZERO, third("12"), MIDNIGHT)),
        new Rule(
            "FLI 2x",
            new RecentringBand(
                number("2"),
                number("1.7"),
                number("2.3"),
                number("2.6"),
                number("0.05"),
                Duration.ofDays(1),
                Duration.ofMinutes(1))));
  }

  /** More rules that others have published, for a direction. */
  static List<Rule> others(Side side) {
    boolean isLong = side == Side.LONG;
    return List.of(
        new Rule(
            "KuCoin 3x",
            new FixedMultiple(
                number("3"),
                BigDecimal.ZERO,
                number(isLong ? "4.636363636363" : "6.272727272727"),
                Optional.of(LocalTime.of(23, 30)))),
        new Rule(
            "Gate 3x 2025",
            new FixedMultiple(
                number("3"),
                number(isLong ? "2.25" : "1.5"),
                number(isLong ? "4.125" : "5.25"),
                Optional.empty())),
        new Rule("default, 2 % fee", VolatilityTarget.USUAL, number("0.02")),
        new Rule("range 1.25 to 4", new VariableRange(number("2"), number("1.25"), number("4"))));
  }

  /** The default with one number halved or doubled, within what a policy may have. */
  static List<Rule> sensitivity() {
    VolatilityTarget usual = VolatilityTarget.USUAL;
    return List.of(
        varied("σ_target 0.5", usual, "0.5", "0.25", "3", "0.3", "0.5"),
        varied("σ_target 2", usual, "2", "0.25", "3", "0.3", "0.5"),
        varied("band 0.125", usual, "1", "0.125", "3", "0.3", "0.5"),
        varied("band 0.5", usual, "1", "0.5", "3", "0.3", "0.5"),
        varied("cap 1.5", usual, "1", "0.25", "1.5", "0.3", "0.5"),
        varied("cap 6", usual, "1", "0.25", "6", "0.3", "0.5"),
        varied("jump 0.15", usual, "1", "0.25", "3", "0.15", "0.5"),
        varied("jump 0.6", usual, "1", "0.25", "3", "0.6", "0.5"),
        varied("raise 0.25", usual, "1", "0.25", "3", "0.3", "0.25"),
        varied("raise 1", usual, "1", "0.25", "3", "0.3", "1"));
  }

  private static Rule varied(
      String name,
      VolatilityTarget usual,
      String sigma,
      String band,
      String cap,
      String jump,
      String raise) {
    return new Rule(
        name,
        new VolatilityTarget(
            number(sigma),
            number(band),
            number(cap),
            number(jump),
            usual.closingCost(),
            number(raise)));
  }

  private static BigDecimal third(String number) {
    return number(number).divide(BigDecimal.valueOf(3), 12, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
