package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import venue.domain.market.Candle;

/**
 * The candles of a fund's NAV, which follow from those of its market's price and from its
 * rebalances: between two rebalances a unit holds a fixed exposure. Funding and fee of a candle are
 * counted at its end. In one that has a rebalance the extremes are those of the shorter candles it
 * is made of; in one of those that has it, of its ends and of the rebalance.
 *
 * @param now the fund as of its last rebalance
 * @param rebalances since the first candle's start at the latest, oldest first
 * @param until the time of the latest tick, which the last candle does not reach beyond
 */
public record NavHistory(Fund now, List<Rebalance> rebalances, Instant until) {

  public NavHistory {
    rebalances = List.copyOf(rebalances);
  }

  /**
   * The candles of NAV for candles of the price, oldest first; none before the fund opened.
   *
   * @param prices oldest first
   * @param parts the shorter candles that a candle is made of; itself if there are none
   */
  public List<NavCandle> of(List<Candle> prices, Function<Candle, List<Candle>> parts) {
    List<NavCandle> all = new ArrayList<>();
    for (Candle price : prices) {
      List<Candle> shorter = inside(price).isEmpty() ? List.of(price) : parts.apply(price);
      List<NavCandle> told = new ArrayList<>();
      shorter.forEach(part -> add(part, price.start(), told));
      all.addAll(told);
    }
    return all;
  }

  private void add(Candle price, Instant start, List<NavCandle> told) {
    Fund before = at(price.start());
    if (!before.time().isBefore(price.end())) {
      return;
    }
    List<Rebalance> inside = inside(price);
    take(NavCandle.at(start, before, atStart(before, price)), told);
    for (Rebalance each : inside) {
      take(NavCandle.at(start, each.before(), each.navBefore()), told);
      take(NavCandle.at(start, each.after(), each.after().nav()), told);
    }
    Fund last = at(price.end());
    if (inside.isEmpty()) {
      take(NavCandle.at(start, last, atEnd(last, price.high(), price)), told);
      take(NavCandle.at(start, last, atEnd(last, price.low(), price)), told);
    }
    take(NavCandle.at(start, last, atEnd(last, price.close(), price)), told);
  }

  private static BigDecimal atStart(Fund fund, Candle candle) {
    return fund.time().isAfter(candle.start())
        ? fund.nav()
        : fund.navAt(candle.open(), candle.fundingBefore(), candle.start());
  }

  private BigDecimal atEnd(Fund fund, BigDecimal price, Candle candle) {
    Instant end = candle.end().isBefore(until) ? candle.end() : until;
    return fund.navAt(price, candle.fundingIndex(), end);
  }

  private static void take(NavCandle next, List<NavCandle> told) {
    boolean goesOn = !told.isEmpty() && told.getLast().series() == next.series();
    if (goesOn) {
      told.set(told.size() - 1, told.getLast().followedBy(next));
    } else {
      told.add(next);
    }
  }

  /** The fund as it was when a moment began. */
  private Fund at(Instant moment) {
    return rebalances.stream()
        .filter(each -> !each.time().isBefore(moment))
        .findFirst()
        .map(Rebalance::before)
        .orElse(now);
  }

  private List<Rebalance> inside(Candle price) {
    return rebalances.stream()
        .filter(each -> !each.time().isBefore(price.start()) && each.time().isBefore(price.end()))
        .toList();
  }
}
