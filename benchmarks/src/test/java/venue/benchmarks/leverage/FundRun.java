package venue.benchmarks.leverage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.FundRule;
import venue.domain.smartleverage.Rebalance;

/** One fund over a path of ticks, moved by the venue's own code, and what is counted on the way. */
final class FundRun {
  private static final double YEAR_DAYS = 365;
  private final Rule rule;
  private final Market market;
  private final Instant start;
  private Fund fund;
  private double value = 1;
  private double peak = 1;
  private double drawdown;
  private double turnover;
  private double leverageSum;
  private double leverageMost;
  private double ofDay = 1;
  private double returns;
  private double squares;
  private int days;
  private final List<Point> track = new ArrayList<>();
  private int ticks;
  private int rebalances;
  private boolean wiped;
  private Instant day;

  FundRun(Rule rule, Market usual, Side side, Tick first) {
    this.rule = rule;
    market = usual.withFund(FundRule.ofBoth(rule.policy(), rule.managementFee()));
    fund = Fund.open(market, side, first);
    start = first.time();
    day = start.truncatedTo(ChronoUnit.DAYS);
  }

  /** Where a fund was at the beginning of a day. */
  record Point(Instant day, double value, double leverage) {}

  String name() {
    return rule.name();
  }

  /** A point a day. */
  List<Point> track() {
    return track;
  }

  void tick(Tick tick) {
    if (wiped) {
      return;
    }
    leverageMost = Math.max(leverageMost, fund.leverageAt(tick).doubleValue());
    Optional<Rebalance> due = Rebalance.due(fund, market, tick);
    due.ifPresent(this::rebalanced);
    if (!wiped) {
      value = fund.navOfFirstUnit(tick).doubleValue();
      count(tick);
    }
  }

  private void rebalanced(Rebalance done) {
    if (done.kind() == Rebalance.Kind.WIPE) {
      wiped = true;
      value = 0;
      drawdown = 1;
      return;
    }
    double before = done.leverageBefore().doubleValue();
    double left = 1 - done.cost().doubleValue() / done.navBefore().doubleValue();
    turnover += Math.abs(done.leverageAfter().doubleValue() * left - before);
    rebalances++;
    fund = done.after();
  }

  private void count(Tick tick) {
    double leverage = fund.leverageAt(tick).doubleValue();
    leverageSum += leverage;
    ticks++;
    peak = Math.max(peak, value);
    drawdown = Math.max(drawdown, 1 - value / peak);
    Instant today = tick.time().truncatedTo(ChronoUnit.DAYS);
    if (today.isAfter(day)) {
      double change = Math.log(value / ofDay);
      returns += change;
      squares += change * change;
      days++;
      ofDay = value;
      track.add(new Point(today, value, leverage));
      day = today;
    }
  }

  Figures figures(Instant end) {
    double years = Duration.between(start, end).toMinutes() / (24d * 60 * YEAR_DAYS);
    double mean = days == 0 ? 0 : returns / days;
    double variance = days == 0 ? 0 : Math.max(0, squares / days - mean * mean);
    double volatility = Math.sqrt(variance * YEAR_DAYS);
    return new Figures(
        rule.name(),
        value,
        drawdown,
        volatility,
        wiped ? Double.NEGATIVE_INFINITY : Math.log(value) / years / volatility,
        turnover,
        rebalances / years,
        leverageSum / Math.max(1, ticks),
        leverageMost,
        wiped);
  }
}
