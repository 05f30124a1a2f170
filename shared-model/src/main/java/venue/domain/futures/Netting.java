package venue.domain.futures;

import java.util.List;
import venue.domain.futures.Liquidation.Counterparty;
import venue.domain.futures.Liquidation.Judged;
import venue.domain.house.HouseShard;

/**
 * The first step of a liquidation of an account that is both long and short in a market: as many
 * contracts of one as of the other are closed at the market's price, without spread, impact or fee.
 * The house's risk stays as it is.
 *
 * @param first of the desk's position
 * @param second of the other one, done after the first
 */
public record Netting(Liquidation first, Liquidation second) {

  /**
   * Nets two cross positions.
   *
   * @param id of the first entry; the second has the next one
   * @param contracts to close of each, at most all of the smaller one
   * @param desk of one of them, as of the time at which the account was found due
   * @param other the other one
   * @param others further shards, whose insurance pays when the desk's shard has not enough
   */
  public static Netting of(
      long id, long contracts, FuturesDesk desk, Position other, List<HouseShard> others) {
    Judged judged = Judged.cross(desk);
    Judged judgedOther =
        Judged.cross(desk.beside(other, desk.account(), desk.position(), desk.shard()));
    Liquidation first = Liquidation.closed(id, contracts, judged, Counterparty.HEDGE, desk, others);
    FuturesDesk then =
        desk.beside(other, first.account(), first.position(), first.shards().getFirst());
    return new Netting(
        first,
        Liquidation.closed(id + 1, contracts, judgedOther, Counterparty.HEDGE, then, others));
  }
}
