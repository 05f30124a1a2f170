package venue.domain.house;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the insurance pays for a loss that a margin did not cover. The insurance is the sum of its
 * shards; those that have most pay first, into the cash of the shard that bears the loss.
 *
 * @param shards after the payment: the one that bears the loss first, then those that paid
 * @param used those that paid, before they did, in the same order
 * @param paid of the loss, USDT
 */
public record Cover(List<HouseShard> shards, List<HouseShard> used, BigDecimal paid) {

  public Cover {
    shards = List.copyOf(shards);
    used = List.copyOf(used);
  }

  /**
   * Pays a loss as far as the insurance goes.
   *
   * @param uncovered not negative, USDT
   * @param bearing the shard that bears the loss, its journal entry counted already
   * @param others that may help
   */
  public static Cover of(BigDecimal uncovered, HouseShard bearing, List<HouseShard> others) {
    BigDecimal own = part(uncovered, bearing);
    BigDecimal open = uncovered.subtract(own);
    BigDecimal helped = BigDecimal.ZERO;
    List<HouseShard> used = new ArrayList<>();
    List<HouseShard> after = new ArrayList<>();
    List<HouseShard> richest =
        others.stream().sorted(Comparator.comparing(HouseShard::insurance).reversed()).toList();
    for (HouseShard other : richest) {
      BigDecimal part = part(open, other);
      if (part.signum() > 0) {
        used.add(other);
        after.add(other.booked(BigDecimal.ZERO, BigDecimal.ZERO, part.negate()));
        open = open.subtract(part);
        helped = helped.add(part);
      }
    }
    after.addFirst(bearing.covered(own, helped));
    return new Cover(after, used, own.add(helped));
  }

  private static BigDecimal part(BigDecimal open, HouseShard shard) {
    return open.min(shard.insurance()).max(BigDecimal.ZERO);
  }
}
