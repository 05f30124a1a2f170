package venue.domain.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.account.Account;
import venue.domain.account.Balance;
import venue.domain.futures.Position;
import venue.domain.house.HouseSums;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;

/**
 * A market at one tick, by which both sides of the second identity are valued.
 *
 * @param tick none before the first; nobody holds anything then
 * @param funds as of the tick
 */
public record Valuation(Market market, Optional<Tick> tick, List<Fund> funds) {

  public Valuation {
    funds = List.copyOf(funds);
  }

  /** An account's cash and what was paid in for it. */
  public static Equity cash(Account account) {
    return new Equity(
        account.cash(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        account.external().negate());
  }

  /** Unrealised profit and accrued funding of a position in this market, margin not counted. */
  public Equity of(Position held) {
    return users(held.equity(market.contract(), price(), fundingIndex()).subtract(held.margin()));
  }

  /** Units × NAV of what an account's entries made it hold of the funds here. */
  Equity of(AccountAudit account) {
    BigDecimal worth =
        funds.stream()
            .map(fund -> account.units(fund).multiply(nav(fund)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Equity(
        BigDecimal.ZERO, worth, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private static Equity users(BigDecimal amount) {
    return new Equity(
        amount,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO);
  }

  /**
   * The house's part: its equity, insurance and fees.
   *
   * @param sums of the house's balances in this market
   */
  public Equity of(Map<Balance, BigDecimal> sums) {
    BigDecimal q =
        market
            .contract()
            .quantoMultiplier()
            .multiply(sum(sums, Balance.LONGS).subtract(sum(sums, Balance.SHORTS)));
    Map<String, BigDecimal> units = new HashMap<>();
    for (Fund fund : funds) {
      units.put(fund.seriesName(), sum(sums, Balance.units(fund.seriesName())));
    }
    BigDecimal insurance = sum(sums, Balance.INSURANCE);
    for (Fund fund : funds) {
      insurance = insurance.add(sum(sums, Balance.insuranceOf(fund.name())));
    }
    BigDecimal cash = sum(sums, Balance.CASH);
    HouseSums house =
        new HouseSums(cash, q, sum(sums, Balance.COST), sum(sums, Balance.FUNDING), units);
    return new Equity(
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        tick.map(at -> house.equityAt(at, funds)).orElse(cash),
        insurance,
        sum(sums, Balance.FEES),
        sum(sums, Balance.EXTERNAL).negate());
  }

  private BigDecimal price() {
    return tick.map(Tick::price).orElse(BigDecimal.ZERO);
  }

  private BigDecimal fundingIndex() {
    return tick.map(Tick::fundingIndex).orElse(BigDecimal.ZERO);
  }

  private BigDecimal nav(Fund fund) {
    return tick.map(fund::navAt).orElse(BigDecimal.ZERO);
  }

  private static BigDecimal sum(Map<Balance, BigDecimal> sums, Balance balance) {
    return sums.getOrDefault(balance, BigDecimal.ZERO);
  }
}
