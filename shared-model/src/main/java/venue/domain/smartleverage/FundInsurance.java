package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import venue.domain.Rounding;
import venue.domain.account.JournalEntry;
import venue.domain.house.HouseBooks;
import venue.domain.house.HouseShard;
import venue.domain.market.Tick;

/**
 * How far a fund's own insurance has been fed. Once an hour half of what the units outstanding then
 * have paid for management since the last time goes from the house into the fund's pot. When the
 * fund is wiped with less than nothing, the pot pays the house what the holders do not owe it, as
 * far as it goes.
 *
 * @param fund its name
 * @param series that is fed from
 * @param fee of one unit of the series' first epoch that has been counted, USDT
 * @param time up to which, venue time
 * @param step 0 at the beginning, then one more each time
 */
public record FundInsurance(String fund, long series, BigDecimal fee, Instant time, long step) {
  /** The part of the management fee that feeds the pot. */
  public static final BigDecimal SHARE = new BigDecimal("0.5");

  private static final Duration EVERY = Duration.ofHours(1);

  /** Of a fund that was not looked at before: what its units have paid so far is not counted. */
  public static FundInsurance begin(Fund fund, Tick tick) {
    return new FundInsurance(
        fund.name(), fund.series(), fund.feeOfFirstUnit(tick.time()), tick.time(), 0);
  }

  /**
   * What feeding the pot and paying from it came to.
   *
   * @param collected into the pot, USDT
   * @param paid from it to the house, USDT
   * @param entry what it did to the books; no postings if it moved nothing
   */
  public record Settled(
      FundInsurance before,
      FundInsurance after,
      HouseShard shard,
      BigDecimal collected,
      BigDecimal paid,
      JournalEntry entry) {}

  /** Whether the series that is fed from was wiped. */
  public boolean hasEnded(Fund now) {
    return now.series() > series;
  }

  /** Whether an hour has passed since it was fed. */
  public boolean isDue(Tick tick) {
    return tick.quality() == Tick.Quality.GOOD && !time.plus(EVERY).isAfter(tick.time());
  }

  /**
   * Feeds the pot from the series that is still there.
   *
   * @param shards of the market, all
   * @param through which of them it is booked
   */
  public Settled fed(Fund now, Tick tick, List<HouseShard> shards, int through, long id) {
    BigDecimal feeNow = now.feeOfFirstUnit(tick.time());
    FundInsurance after = new FundInsurance(fund, series, feeNow, tick.time(), step + 1);
    return settled(
        after, collected(now, feeNow, shards), BigDecimal.ZERO, shards.get(through), id, tick);
  }

  /**
   * Feeds the pot with the last of a series that was wiped, and lets it pay.
   *
   * @param wipe of the series that is fed from
   */
  public Settled ended(Rebalance wipe, Tick tick, List<HouseShard> shards, int through, long id) {
    Fund last = wipe.before();
    BigDecimal collected = collected(last, last.feeOfFirstUnit(wipe.time()), shards);
    HouseBooks books = HouseBooks.of(shards);
    BigDecimal lost = wipe.shortfall().multiply(books.unitsOf(last));
    BigDecimal paid =
        lost.min(books.potOf(fund).add(collected))
            .max(BigDecimal.ZERO)
            .setScale(Rounding.CASH_SCALE, RoundingMode.DOWN);
    FundInsurance after =
        new FundInsurance(fund, wipe.after().series(), BigDecimal.ZERO, wipe.time(), step + 1);
    return settled(after, collected, paid, shards.get(through), id, tick);
  }

  private BigDecimal collected(Fund of, BigDecimal feeNow, List<HouseShard> shards) {
    BigDecimal first = of.inFirstUnits(HouseBooks.of(shards).unitsOf(of));
    return SHARE
        .multiply(feeNow.subtract(fee))
        .multiply(first)
        .max(BigDecimal.ZERO)
        .setScale(Rounding.CASH_SCALE, RoundingMode.DOWN);
  }

  private Settled settled(
      FundInsurance after,
      BigDecimal collected,
      BigDecimal paid,
      HouseShard shard,
      long id,
      Tick tick) {
    BigDecimal change = collected.subtract(paid);
    boolean moves = change.signum() != 0;
    HouseShard next = moves ? shard.withPot(fund, change) : shard;
    return new Settled(
        this,
        after,
        next,
        collected,
        paid,
        new JournalEntry(id, tick.time(), moves ? List.of(shard.posting(next)) : List.of()));
  }
}
