package venue.benchmarks.leverage;

import java.util.Locale;

/**
 * What a rule came to over a path.
 *
 * @param value of what was 1 at the start
 * @param drawdown the deepest fall from a peak, part of it
 * @param volatility of daily log returns, per year
 * @param growthRatio log growth a year over volatility
 * @param turnover all that was traded, in NAVs
 * @param rebalances a year
 */
record Figures(
    String rule,
    double value,
    double drawdown,
    double volatility,
    double growthRatio,
    double turnover,
    double rebalances,
    double leverageMean,
    double leverageMost,
    boolean wiped) {

  static final String HEADINGS =
      "| %-16s | %9s | %8s | %6s | %6s | %8s | %7s | %5s | %5s |"
          .formatted(
              "rule", "value", "drawdown", "vol", "growth", "turnover", "a year", "mean", "most");

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "| %-16s | %9s | %7.1f%% | %6.2f | %6s | %8.1f | %7.0f | %5.2f | %5.2f |",
        rule,
        wiped ? "wiped" : String.format(Locale.ROOT, value < 0.1 ? "%.4f" : "%.2f", value),
        100 * drawdown,
        volatility,
        wiped ? "" : String.format(Locale.ROOT, "%.2f", growthRatio),
        turnover,
        rebalances,
        leverageMean,
        leverageMost);
  }
}
