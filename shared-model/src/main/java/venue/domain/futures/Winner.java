package venue.domain.futures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.account.Account;
import venue.domain.market.Contract;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * A position in profit, as it is ranked for auto-deleveraging: by {@code profit × effective
 * leverage}, with {@code profit = q(P − E) / |q|E} and {@code effective leverage = |q|P / equity}.
 * Equity is the position's own; of a cross position the account's, with all its cross positions.
 *
 * @param account its number
 * @param size contracts, signed
 * @param score {@code profit × effective leverage}, positive, half-even to 12 decimals
 */
public record Winner(long account, long size, BigDecimal score) {
  /** Who is closed first: the highest score; of two that have the same, the older account. */
  public static final Comparator<Winner> ORDER =
      Comparator.comparing(Winner::score).reversed().thenComparingLong(Winner::account);

  private static final BigDecimal LEAST_VALUE = BigDecimal.ONE.movePointLeft(Rounding.CASH_SCALE);

  /**
   * A position as a winner at a tick; none if it is flat, not in profit, or without equity: such a
   * position is due for liquidation.
   *
   * @param others the account's other open cross positions
   */
  public static Optional<Winner> of(
      Account account, Position position, Market market, Tick tick, List<CrossLeg> others) {
    Contract contract = market.contract();
    if (!position.cross()) {
      return ofIsolated(account.number(), position, contract, tick);
    }
    return isInProfit(position, contract, tick)
        ? scored(
            account.number(),
            position,
            contract,
            tick,
            crossEquity(account, position, market, tick, others))
        : Optional.empty();
  }

  /** An isolated position as a winner at a tick, for which nothing else of its account counts. */
  public static Optional<Winner> ofIsolated(
      long account, Position position, Contract contract, Tick tick) {
    return isInProfit(position, contract, tick)
        ? scored(
            account,
            position,
            contract,
            tick,
            position.equity(contract, tick.price(), tick.fundingIndex()))
        : Optional.empty();
  }

  /** Whether a position is open and has gained by the price at a tick. */
  public static boolean isInProfit(Position position, Contract contract, Tick tick) {
    return !position.isFlat() && position.unrealised(contract, tick.price()).signum() > 0;
  }

  private static BigDecimal crossEquity(
      Account account, Position position, Market market, Tick tick, List<CrossLeg> others) {
    List<CrossLeg> legs = new ArrayList<>(others);
    legs.add(new CrossLeg(position, market, tick));
    return CrossMargin.of(account, legs).equity();
  }

  private static Optional<Winner> scored(
      long account, Position position, Contract contract, Tick tick, BigDecimal equity) {
    if (equity.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal notional = contract.base(Math.abs(position.size())).multiply(tick.price());
    BigDecimal entryValue = position.cost().abs().max(LEAST_VALUE);
    BigDecimal score =
        Rounding.shown(
            position.unrealised(contract, tick.price()).multiply(notional),
            entryValue.multiply(equity),
            Rounding.STATISTIC_SCALE);
    return Optional.of(new Winner(account, position.size(), score));
  }
}
