package venue.domain.house;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.JournalEntry;
import venue.domain.account.Posting;

/**
 * What the operator takes out of the fees that a market has collected. They are no part of the
 * house's equity, so nothing that backs users is touched. Each shard gives what it has, the first
 * one first.
 */
public final class HouseWithdrawal {
  private HouseWithdrawal() {}

  /**
   * Decides a withdrawal.
   *
   * @param shards all of the market
   * @param fees above zero, USDT
   * @param id of the entry
   * @param now venue time
   */
  public static Outcome<HouseFunding> decide(
      List<HouseShard> shards, BigDecimal fees, long id, Instant now) {
    BigDecimal most = HouseBooks.of(shards).fees();
    if (fees.compareTo(most) > 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "fees: at most " + most.stripTrailingZeros().toPlainString() + " USDT are there");
    }
    BigDecimal left = fees;
    List<HouseShard> after = new ArrayList<>();
    List<Posting> postings = new ArrayList<>();
    for (HouseShard shard : shards) {
      BigDecimal part = left.min(shard.fees());
      if (part.signum() == 0) {
        after.add(shard);
      } else {
        HouseShard less = shard.withdrawn(part);
        postings.add(shard.posting(less));
        after.add(less);
      }
      left = left.subtract(part);
    }
    return Outcome.done(new HouseFunding(after, new JournalEntry(id, now, postings)));
  }
}
