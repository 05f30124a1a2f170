package venue.domain.house;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;

/**
 * The sums from which the house's equity in a market follows, whoever holds what.
 *
 * @param cash the house's, USDT
 * @param q {@code Σq} of users' positions, signed base
 * @param cost {@code Σ cost} of users' positions, signed, USDT
 * @param funding {@code Σ qF₀} of users' positions, USDT
 * @param units of the first epoch that users hold, by series
 */
public record HouseSums(
    BigDecimal cash,
    BigDecimal q,
    BigDecimal cost,
    BigDecimal funding,
    Map<String, BigDecimal> units) {

  public HouseSums {
    units = Map.copyOf(units);
  }

  /**
   * House equity: {@code cash − (ΣqP − Σcost) + (ΣqF − ΣqF₀) − Σ units × NAV}, exact, USDT. It is
   * what the house would have left if everybody closed at the tick's price; insurance and fees are
   * not part of it.
   *
   * @param funds of the market, as of the tick
   */
  public BigDecimal equityAt(Tick tick, List<Fund> funds) {
    BigDecimal profit = q.multiply(tick.price()).subtract(cost);
    BigDecimal due = q.multiply(tick.fundingIndex()).subtract(funding);
    BigDecimal worth = BigDecimal.ZERO;
    for (Fund fund : funds) {
      BigDecimal held = fund.ofFirstUnits(units.getOrDefault(fund.seriesName(), BigDecimal.ZERO));
      worth = worth.add(held.multiply(fund.navAt(tick)));
    }
    return cash.subtract(profit).add(due).subtract(worth);
  }
}
