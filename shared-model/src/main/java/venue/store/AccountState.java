package venue.store;

import java.util.List;
import java.util.Optional;
import venue.domain.account.Account;
import venue.domain.futures.Position;
import venue.domain.smartleverage.Holding;

/** All that an account holds. */
public record AccountState(Account account, List<Position> positions, List<Holding> holdings) {

  public AccountState {
    positions = List.copyOf(positions);
    holdings = List.copyOf(holdings);
  }

  /** The account's position in a market, open or flat, if it ever had one. */
  public Optional<Position> position(String market) {
    return positions.stream().filter(position -> position.market().equals(market)).findFirst();
  }
}
