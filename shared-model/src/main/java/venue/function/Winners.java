package venue.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import venue.domain.Side;
import venue.domain.advance.Standing;
import venue.domain.futures.Position;
import venue.domain.futures.Winner;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.DeleverageStore;
import venue.store.MarketPage;

/** Finds who wins on a side of a market, and ranks them. It reads all positions of the side. */
record Winners(DeleverageStore positions, AccountStore accounts, Advancing advancing) {

  static Winners of(Environment environment) {
    return new Winners(
        new DeleverageStore(environment.dynamoDb(), environment::variable),
        new AccountStore(environment.dynamoDb(), environment::variable),
        new Advancing(environment));
  }

  /**
   * All who win on a side at a tick, the first to be closed first.
   *
   * @param failed is told of accounts that cannot be read, and why
   */
  List<Winner> ranked(MarketPage page, Tick tick, Side side, BiConsumer<Long, Object> failed) {
    List<Winner> winners = new ArrayList<>();
    positions.each(
        page.market().contract(),
        side,
        (account, held) -> {
          try {
            winner(account, held, page, tick)
                .filter(winner -> isOn(side, winner))
                .ifPresent(winners::add);
          } catch (RuntimeException e) {
            failed.accept(account, e);
          }
        },
        account -> failed.accept(account, "its position cannot be read"));
    winners.sort(Winner.ORDER);
    return winners;
  }

  private Optional<Winner> winner(long account, Position held, MarketPage page, Tick tick) {
    Market market = page.market();
    if (!held.cross()) {
      return Winner.ofIsolated(account, held, market.contract(), tick);
    }
    return Winner.isInProfit(held, market.contract(), tick)
        ? accounts
            .state(account)
            .flatMap(state -> winner(state, standing(state, page), held.side(), market, tick))
        : Optional.empty();
  }

  private Standing standing(AccountState state, MarketPage page) {
    return advancing.standing(state, Optional.of(page));
  }

  /** An account's position on a side as a winner, if it is one. */
  static Optional<Winner> winner(
      AccountState state, Standing standing, Side side, Market market, Tick tick) {
    return standing
        .on(market.name(), side)
        .flatMap(
            held ->
                Winner.of(state.account(), held, market, tick, standing.legsBeside(held.slot())));
  }

  /** Whether a winner is long or short as asked. */
  static boolean isOn(Side side, Winner winner) {
    return winner.size() > 0 == (side == Side.LONG);
  }
}
