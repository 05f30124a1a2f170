package venue.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import venue.domain.market.PriceRange;
import venue.domain.market.RecentRanges;
import venue.domain.market.RecentRanges.Blocks;

/** Price ranges as text, which takes an item a third of the room that maps would. */
final class RangeText {
  private static final String NONE = "-";

  private RangeText() {}

  static String write(RecentRanges ranges) {
    List<String> parts = new ArrayList<>();
    for (Blocks blocks : ranges.blocks()) {
      parts.add(write(blocks.before()));
      parts.add(write(blocks.now()));
    }
    parts.add(write(ranges.ever()));
    return String.join(";", parts);
  }

  static RecentRanges read(String text) {
    Iterator<String> parts = List.of(text.split(";")).iterator();
    List<Blocks> blocks = new ArrayList<>();
    for (int i = 0; i < RecentRanges.NONE.blocks().size(); i++) {
      blocks.add(new Blocks(readRange(parts.next()), readRange(parts.next())));
    }
    return new RecentRanges(blocks, readRange(parts.next()));
  }

  static String write(Optional<PriceRange> range) {
    return range
        .map(
            held ->
                String.join(
                    " ",
                    plain(held.lowest()),
                    plain(held.highest()),
                    plain(held.lowestIndex()),
                    plain(held.highestIndex())))
        .orElse(NONE);
  }

  static Optional<PriceRange> readRange(String text) {
    if (text.equals(NONE)) {
      return Optional.empty();
    }
    List<BigDecimal> numbers = List.of(text.split(" ")).stream().map(BigDecimal::new).toList();
    return Optional.of(
        new PriceRange(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.toPlainString();
  }
}
