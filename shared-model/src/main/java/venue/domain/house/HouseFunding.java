package venue.domain.house;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import venue.domain.Rounding;
import venue.domain.account.JournalEntry;
import venue.domain.account.Posting;

/**
 * What the operator pays in for the house and its insurance, spread evenly over the shards of a
 * market, the first shard taking what does not divide; or what it takes out of the fees.
 *
 * @param shards after it, in the order they were given
 */
public record HouseFunding(List<HouseShard> shards, JournalEntry entry) {

  public HouseFunding {
    shards = List.copyOf(shards);
  }

  /**
   * Spreads a payment.
   *
   * @param shards at least one
   * @param house not negative, USDT
   * @param insurance not negative, USDT
   */
  public static HouseFunding spread(
      List<HouseShard> shards, BigDecimal house, BigDecimal insurance, long id, Instant now) {
    List<HouseShard> after = new ArrayList<>();
    List<Posting> postings = new ArrayList<>();
    for (HouseShard shard : shards) {
      HouseShard funded =
          shard.funded(
              part(house, shards.size(), after.isEmpty()),
              part(insurance, shards.size(), after.isEmpty()));
      postings.add(shard.posting(funded));
      after.add(funded);
    }
    return new HouseFunding(after, new JournalEntry(id, now, postings));
  }

  private static BigDecimal part(BigDecimal amount, int parts, boolean first) {
    BigDecimal count = BigDecimal.valueOf(parts);
    BigDecimal even = amount.divide(count, Rounding.CASH_SCALE, RoundingMode.DOWN);
    return first ? amount.subtract(even.multiply(count.subtract(BigDecimal.ONE))) : even;
  }
}
