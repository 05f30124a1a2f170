package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;

class RecentRangesTest {
  private static final BigDecimal NO_FUNDING = BigDecimal.ZERO;

  private static PriceRange range(BigDecimal price) {
    return PriceRange.of(price, NO_FUNDING);
  }

  @Test
  void holdsEveryGoodTickSinceAnyOtherAndNoneBeforeTwiceAsManyBlocks() {
    Dice.forEach(
        60,
        dice -> {
          List<Optional<BigDecimal>> prices = new ArrayList<>();
          prices.add(Optional.empty());
          RecentRanges ranges = RecentRanges.NONE;
          for (long n = 1; n <= 5_000; n++) {
            Optional<BigDecimal> price =
                dice.chance(0.8) ? Optional.of(dice.between("1", "1000", 2)) : Optional.empty();
            prices.add(price);
            ranges = ranges.next(n, price.map(RecentRangesTest::range));
          }
          for (int from : List.of(1, 7, 2_000, 4_090, 4_095, 4_096, 4_900, 4_990, 5_000)) {
            assertHolds(ranges, prices, from);
          }
        });
  }

  private static void assertHolds(
      RecentRanges ranges, List<Optional<BigDecimal>> prices, int from) {
    int latest = prices.size() - 1;
    List<BigDecimal> good =
        prices.subList(from, latest + 1).stream().flatMap(Optional::stream).toList();
    Optional<PriceRange> held = ranges.since(from, latest);
    for (BigDecimal price : good) {
      assertThat(held).isPresent();
      assertThat(price).isBetween(held.get().lowest(), held.get().highest());
    }
  }

  @Test
  void tellsNothingOfABlockLongPast() {
    RecentRanges ranges = RecentRanges.NONE;
    for (long n = 1; n <= 100; n++) {
      BigDecimal price = BigDecimal.valueOf(n < 50 ? 500 : 1000);
      ranges = ranges.next(n, Optional.of(range(price)));
    }
    assertThat(ranges.since(99, 100)).contains(range(BigDecimal.valueOf(1000)));
    assertThat(ranges.since(1, 100).orElseThrow().lowest()).isEqualByComparingTo("500");
  }

  @Test
  void roundsTheFundingIndexOutwards() {
    PriceRange range = PriceRange.of(BigDecimal.ONE, new BigDecimal("-0.000000123456789"));
    assertThat(range.lowestIndex()).isEqualByComparingTo("-0.00000012345679");
    assertThat(range.highestIndex()).isEqualByComparingTo("-0.00000012345678");
  }
}
