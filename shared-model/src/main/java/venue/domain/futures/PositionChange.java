package venue.domain.futures;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.account.Account;
import venue.domain.account.JournalEntry;
import venue.domain.house.HouseShard;

/**
 * A change of a position by which nothing is traded: of its leverage or its margin. All of it is
 * stored together, or nothing.
 *
 * @param entry of the funding settled on the way; without postings for a flat position
 */
public record PositionChange(
    Account account, Position position, HouseShard shard, JournalEntry entry) {

  /** Of a flat position: no cash moves. */
  static PositionChange ofFlat(Position after, long id, FuturesDesk desk) {
    return new PositionChange(
        desk.account().touched(), after, desk.shard(), new JournalEntry(id, desk.now(), List.of()));
  }

  /**
   * Of an open position: its funding is settled, and its margin is taken from the account's free
   * cash or goes back there.
   *
   * @param after with funding settled and the new margin
   */
  static PositionChange ofOpen(Position after, long id, FuturesDesk desk) {
    Position held = desk.position();
    BigDecimal funding = desk.fundingChange();
    Position touched = after.touched(desk.tick(), false);
    Account account =
        desk.boxed(
            desk.account()
                .booked(funding)
                .withPositionMargin(
                    desk.account().positionMargin().subtract(held.margin()).add(after.margin())),
            touched);
    HouseShard shard =
        desk.shard()
            .booked(funding.negate(), BigDecimal.ZERO, BigDecimal.ZERO)
            .withExposure(
                desk.shard()
                    .exposure()
                    .replaced(held, touched, desk.market().contract().quantoMultiplier()));
    JournalEntry entry =
        new JournalEntry(
            id, desk.now(), List.of(desk.account().posting(account), desk.shard().posting(shard)));
    return new PositionChange(account, touched, shard, entry);
  }
}
