package venue.domain.house;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import venue.domain.Rounding;
import venue.domain.account.JournalEntry;
import venue.domain.account.Posting;

/**
 * What the operator pays in for the house and its insurance, spread evenly over the shards of a
 * market; the first shard takes what does not divide. Also what it takes out.
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
    List<BigDecimal> forHouse = parts(house, shards.size());
    List<BigDecimal> forInsurance = parts(insurance, shards.size());
    List<HouseShard> after = new ArrayList<>();
    List<Posting> postings = new ArrayList<>();
    for (int i = 0; i < shards.size(); i++) {
      HouseShard funded = shards.get(i).funded(forHouse.get(i), forInsurance.get(i));
      postings.add(shards.get(i).posting(funded));
      after.add(funded);
    }
    return new HouseFunding(after, new JournalEntry(id, now, postings));
  }

  /** An amount in so many parts, all even but the first, which takes what does not divide. */
  static List<BigDecimal> parts(BigDecimal amount, int count) {
    BigDecimal even =
        amount.divide(BigDecimal.valueOf(count), Rounding.CASH_SCALE, RoundingMode.DOWN);
    List<BigDecimal> parts = new ArrayList<>(Collections.nCopies(count, even));
    parts.set(0, amount.subtract(even.multiply(BigDecimal.valueOf(count - 1L))));
    return parts;
  }
}
