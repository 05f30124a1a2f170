package venue.domain.futures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.account.Account;
import venue.domain.account.JournalEntry;
import venue.domain.account.Posting;
import venue.domain.futures.LiquidationFill.Beside;
import venue.domain.house.Cover;
import venue.domain.house.HouseShard;
import venue.domain.market.Contract;
import venue.domain.market.FillPrice;
import venue.domain.market.Tick.Quality;
import venue.domain.market.Traded;

/**
 * A liquidation of an isolated position, at the price of the tick at which it is due, with half the
 * spread. It reduces the position to maintenance × (1 + buffer), in whole contracts rounded up, or
 * closes it if that does not help. The fee goes to the insurance, what is left of a closed
 * position's margin back to the user. What the margin does not cover the insurance pays as far as
 * it goes, the rest is the house's loss.
 *
 * @param shards after it: the one that took the other side first, then those whose insurance paid
 */
public record Liquidation(
    Account account, Position position, List<HouseShard> shards, LiquidationFill fill) {
  private static final BigDecimal BUFFER = BigDecimal.ONE;

  public Liquidation {
    shards = List.copyOf(shards);
  }

  /**
   * The liquidation that is due at the desk's tick; none if the position is not due, or the tick is
   * not good.
   *
   * @param others further shards, whose insurance pays when the desk's shard has not enough
   */
  public static Optional<Liquidation> due(long id, FuturesDesk desk, List<HouseShard> others) {
    return desk.tick().quality() == Quality.GOOD && desk.isDue()
        ? Optional.of(liquidate(id, desk, others))
        : Optional.empty();
  }

  /**
   * One step of the liquidation of an account with cross positions: so many contracts of the
   * desk's. What is missing is known only with the last position closed: until then the others may
   * win.
   *
   * @param contracts to close, at most all
   * @param desk as of the time at which the account was found due
   * @param others further shards, whose insurance pays when the desk's shard has not enough
   */
  public static Liquidation ofCross(
      long id, long contracts, FuturesDesk desk, List<HouseShard> others) {
    return closed(id, contracts, Judged.cross(desk), Counterparty.HOUSE, desk, others);
  }

  /** Whom a liquidation closes a position against. */
  enum Counterparty {
    /** The house, at half the spread and for the liquidation fee. */
    HOUSE,
    /** The account's own position on the other side, at the market's price and for nothing. */
    HEDGE
  }

  /**
   * What a position was judged by when it was found due.
   *
   * @param margin of the position; of a cross position the account's free cash, USDT
   * @param beside the other cross positions
   * @param equity of it, or of all cross positions together, USDT
   * @param maintenance of the same, USDT
   * @param liquidationPrice it had, USDT
   */
  record Judged(
      BigDecimal margin,
      List<Beside> beside,
      BigDecimal equity,
      BigDecimal maintenance,
      BigDecimal liquidationPrice) {

    static Judged cross(FuturesDesk desk) {
      CrossMargin margin = CrossMargin.of(desk.account(), desk.legs(desk.position()));
      return new Judged(
          desk.account().free(),
          desk.others().stream().map(Beside::of).toList(),
          margin.equity(),
          margin.maintenance(),
          liquidationPriceAt(desk));
    }

    private static BigDecimal liquidationPriceAt(FuturesDesk desk) {
      return CrossMargin.liquidationPrice(
          desk.account(), desk.position(), desk.market(), desk.tick(), desk.others());
    }
  }

  private static Liquidation liquidate(long id, FuturesDesk desk, List<HouseShard> others) {
    Contract contract = desk.market().contract();
    Position held = desk.position();
    BigDecimal price = desk.tick().price();
    BigDecimal index = desk.tick().fundingIndex();
    BigDecimal equity =
        held.fundingSettled(index, desk.fundingChange()).equity(contract, price, index);
    BigDecimal cost = desk.market().fill().halfSpread().add(contract.liquidationFeeRate());
    long by =
        Shortage.contracts(held, contract, price, equity, BUFFER, cost)
            .orElse(Math.abs(held.size()));
    Judged judged =
        new Judged(
            held.margin(),
            List.of(),
            equity,
            contract.maintenance(held.size(), price),
            Judged.liquidationPriceAt(desk));
    return closed(id, by, judged, Counterparty.HOUSE, desk, others);
  }

  static Liquidation closed(
      long id,
      long by,
      Judged judged,
      Counterparty counterparty,
      FuturesDesk desk,
      List<HouseShard> others) {
    Contract contract = desk.market().contract();
    Position held = desk.position();
    BigDecimal price = desk.tick().price();
    BigDecimal index = desk.tick().fundingIndex();
    BigDecimal fundingChange = desk.fundingChange();
    Position settled = held.fundingSettled(index, fundingChange);
    long trade = -Long.signum(held.size()) * by;
    boolean hedge = counterparty == Counterparty.HEDGE;
    BigDecimal fillPrice =
        hedge ? price : FillPrice.ofLiquidation(desk.market(), desk.tick(), trade);
    BigDecimal feeRate = hedge ? BigDecimal.ZERO : contract.liquidationFeeRate();
    Position reduced = settled.reduced(contract, by);

    BigDecimal proceeds = contract.base(-trade).multiply(fillPrice);
    BigDecimal result =
        Rounding.userChange(proceeds.subtract(settled.cost().subtract(reduced.cost())));
    boolean closes = reduced.isFlat() && (!held.cross() || desk.others().isEmpty());
    BigDecimal backing = held.cross() ? desk.account().free().add(fundingChange) : settled.margin();
    BigDecimal left = backing.add(result);
    BigDecimal fullFee = Rounding.userPays(proceeds.abs().multiply(feeRate));
    BigDecimal fee = closes ? fullFee.min(left.max(BigDecimal.ZERO)) : fullFee;
    BigDecimal uncovered = closes ? left.negate().max(BigDecimal.ZERO) : BigDecimal.ZERO;
    BigDecimal returned = closes ? left.subtract(fee).max(BigDecimal.ZERO) : BigDecimal.ZERO;
    BigDecimal marginLeft = closes || held.cross() ? BigDecimal.ZERO : left.subtract(fee);
    BigDecimal userChange = fundingChange.add(result).subtract(fee).add(uncovered);
    Position after =
        reduced
            .withMargin(marginLeft)
            .withRealised(
                settled.realised().plus(result.add(uncovered), BigDecimal.ZERO, fee.negate()))
            .touched(desk.tick(), false);

    Account changed =
        desk.boxed(
            desk.account()
                .booked(userChange)
                .withPositionMargin(
                    desk.account().positionMargin().subtract(held.margin()).add(marginLeft)),
            after);
    Account account =
        held.cross()
            ? changed.withCross(changed.cross().map(box -> box.judgedAt(desk.now())))
            : changed;
    BigDecimal houseChange = fundingChange.add(result).negate().subtract(uncovered);
    HouseShard first =
        desk.shard()
            .booked(houseChange, BigDecimal.ZERO, fee)
            .withExposure(
                desk.shard().exposure().replaced(held, after, contract.quantoMultiplier()))
            .withTrade(Traded.of(contract, trade, fillPrice));
    Cover cover = Cover.of(uncovered, first, others);
    List<HouseShard> before = new ArrayList<>();
    before.add(desk.shard());
    before.addAll(cover.used());
    return new Liquidation(
        account,
        after,
        cover.shards(),
        new LiquidationFill(
            id,
            account.number(),
            held.slot(),
            desk.tick().sequence(),
            price,
            index,
            held.size(),
            held.entryPrice(contract),
            held.leverage(),
            held.cross(),
            judged.margin(),
            judged.beside(),
            judged.equity(),
            judged.maintenance(),
            judged.liquidationPrice(),
            trade,
            fillPrice,
            fee,
            result,
            returned,
            uncovered,
            cover.paid(),
            after.isFlat()
                ? Optional.of(ClosedPosition.of(settled, after.realised(), contract))
                : Optional.empty(),
            desk.now(),
            entry(id, desk, account, before, cover.shards())));
  }

  private static JournalEntry entry(
      long id, FuturesDesk desk, Account account, List<HouseShard> before, List<HouseShard> after) {
    List<Posting> postings = new ArrayList<>();
    postings.add(desk.account().posting(account));
    for (int i = 0; i < after.size(); i++) {
      postings.add(before.get(i).posting(after.get(i)));
    }
    return new JournalEntry(id, desk.now(), postings);
  }
}
