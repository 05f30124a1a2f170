package venue.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.account.Account;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.domain.market.Contract;
import venue.domain.resting.Countdown;
import venue.domain.resting.RestingOrder;
import venue.domain.smartleverage.Holding;

/**
 * All that an account holds, found by one query.
 *
 * @param positions open and flat
 * @param holdings with units and without
 * @param resting orders
 * @param countdowns that are set, over or not
 * @param stamps which write of each item was found, by sort key
 */
public record AccountState(
    Account account,
    List<Position> positions,
    List<Holding> holdings,
    List<RestingOrder> resting,
    List<Countdown> countdowns,
    Map<String, Stamp> stamps) {

  public AccountState {
    positions = List.copyOf(positions);
    holdings = List.copyOf(holdings);
    resting = List.copyOf(resting);
    countdowns = List.copyOf(countdowns);
    stamps = Map.copyOf(stamps);
  }

  /** The state in an account's items, if there is such an account. */
  static Optional<AccountState> of(List<Item> items) {
    Account account = null;
    List<Position> positions = new ArrayList<>();
    List<Holding> holdings = new ArrayList<>();
    List<RestingOrder> resting = new ArrayList<>();
    List<Countdown> countdowns = new ArrayList<>();
    Map<String, Stamp> stamps = new HashMap<>();
    for (Item item : items) {
      String kind = item.text(Key.SK);
      if (kind.equals(Key.ACCOUNT)) {
        account = AccountItems.read(item);
      } else if (kind.startsWith(Key.POSITION)) {
        positions.add(PositionItems.read(item));
        stamps.put(kind, Stamp.of(Optional.of(item)));
      } else if (kind.startsWith(Key.HOLDING)) {
        holdings.add(HoldingItems.read(item));
        stamps.put(kind, Stamp.of(Optional.of(item)));
      } else if (kind.startsWith(Key.RESTING)) {
        resting.add(RestingItems.read(item));
        stamps.put(kind, Stamp.of(Optional.of(item)));
      } else if (kind.startsWith(Key.COUNTDOWN)) {
        countdowns.add(CountdownItems.read(item));
      }
    }
    return Optional.ofNullable(account)
        .map(found -> new AccountState(found, positions, holdings, resting, countdowns, stamps));
  }

  /** The account's position in a slot, open or flat, if it ever had one. */
  public Optional<Position> position(Slot slot) {
    return positions.stream().filter(position -> position.slot().equals(slot)).findFirst();
  }

  /** The account's positions in a market in its mode, flat where it never had one. */
  public List<Position> positions(Contract contract) {
    return account.mode().slots(contract.name()).stream()
        .map(slot -> held(slot, contract))
        .toList();
  }

  /** The account's position in a slot, flat if it never had one. */
  public Position held(Slot slot, Contract contract) {
    return position(slot).orElseGet(() -> Position.flat(contract, slot.mode()));
  }

  /** The account's holding in a fund, with units or without, if it ever had one. */
  public Optional<Holding> holding(String fund) {
    return holdings.stream().filter(holding -> holding.fund().equals(fund)).findFirst();
  }

  /** The open positions. */
  public List<Position> open() {
    return positions.stream().filter(position -> !position.isFlat()).toList();
  }

  /** A resting order, by its id. */
  public Optional<RestingOrder> resting(long id) {
    return resting.stream().filter(order -> order.id() == id).findFirst();
  }

  Stamp stamp(Key key) {
    return stamps.getOrDefault(key.sk(), Stamp.of(Optional.empty()));
  }
}
