package venue.benchmarks.leverage;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.benchmarks.leverage.Candles.Price;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.NewMarket;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;

/**
 * Several rules over one path in one direction, all at the same cost: half the spread of 1 bp and
 * the fee of 5 bp of what is traded, no funding and no management fee.
 */
record Comparison(String market, Candles candles, Side side) {

  /** By the names of the rules. */
  Map<String, Figures> of(List<Rule> rules) {
    List<Price> path = candles.walked(side);
    Map<String, Figures> figures = new LinkedHashMap<>();
    for (FundRun run : runs(rules, path)) {
      figures.put(run.name(), run.figures(path.getLast().time()));
    }
    print(figures, path);
    return figures;
  }

  /** The runs themselves. */
  List<FundRun> runs(List<Rule> rules) {
    return runs(rules, candles.walked(side));
  }

  private List<FundRun> runs(List<Rule> rules, List<Price> path) {
    Price first = path.getFirst();
    Market usual = Samples.done(NewMarket.atPrice(market, first.price(), first.time()));
    NextTick next = new NextTick(usual, BigDecimal.ZERO, 0);
    Tick tick = next.good(Optional.empty(), first.price(), first.time());
    Tick opened = tick;
    List<FundRun> runs =
        rules.stream().map(rule -> new FundRun(rule, usual, side, opened)).toList();
    for (Price price : path.subList(1, path.size())) {
      tick = next.good(Optional.of(tick), price.price(), price.time());
      for (FundRun run : runs) {
        run.tick(tick);
      }
    }
    return runs;
  }

  private void print(Map<String, Figures> figures, List<Price> path) {
    double spot = path.getLast().price().doubleValue() / path.getFirst().price().doubleValue();
    System.out.printf(
        "%n%s %s, %s to %s, spot %.2fx%n%s%n",
        market, side, path.getFirst().time(), path.getLast().time(), spot, Figures.HEADINGS);
    figures.values().forEach(System.out::println);
  }
}
