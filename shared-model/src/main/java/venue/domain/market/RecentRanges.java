package venue.domain.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Between which prices the good ticks up to one tick lay, so that this tick alone tells whether
 * anything can have become due since a position was last looked at, however long ago that was.
 * Ticks are counted in aligned blocks of five sizes; of each size the block that the tick lies in
 * and the one before it are kept.
 *
 * @param blocks one of each size, smallest first
 * @param ever of all good ticks, none before the first
 */
public record RecentRanges(List<Blocks> blocks, Optional<PriceRange> ever) {
  private static final List<Integer> BITS = List.of(4, 8, 12, 16, 20);

  /** Of how many ticks the blocks are that a market keeps a summary of. */
  public static final int SUMMARY = 256;

  /** Before a market's first tick. */
  public static final RecentRanges NONE =
      new RecentRanges(
          BITS.stream().map(size -> new Blocks(Optional.empty(), Optional.empty())).toList(),
          Optional.empty());

  public RecentRanges {
    blocks = List.copyOf(blocks);
  }

  /**
   * Two neighbouring blocks of one size.
   *
   * @param before none if the block before has no good tick
   * @param now none if the tick's block has no good tick up to it
   */
  public record Blocks(Optional<PriceRange> before, Optional<PriceRange> now) {}

  /**
   * The ranges as of the next tick.
   *
   * @param sequence of the next tick
   * @param range of the next tick, none if it is not good
   */
  RecentRanges next(long sequence, Optional<PriceRange> range) {
    List<Blocks> next = new ArrayList<>();
    for (int i = 0; i < BITS.size(); i++) {
      Blocks old = blocks.get(i);
      boolean begins = sequence % (1L << BITS.get(i)) == 0;
      next.add(
          begins
              ? new Blocks(old.now, range)
              : new Blocks(old.before, PriceRange.union(old.now, range)));
    }
    return new RecentRanges(next, PriceRange.union(ever, range));
  }

  /**
   * A range that holds every good tick from one on; it may hold earlier ones too. None if no good
   * tick can have come.
   *
   * @param from the sequence of the first tick that matters
   * @param latest the sequence of the tick these ranges are of
   */
  public Optional<PriceRange> since(long from, long latest) {
    for (int i = 0; i < BITS.size(); i++) {
      long blockOfFrom = from >> BITS.get(i);
      long block = latest >> BITS.get(i);
      if (blockOfFrom >= block) {
        return blocks.get(i).now();
      }
      if (blockOfFrom == block - 1) {
        return PriceRange.union(blocks.get(i).before(), blocks.get(i).now());
      }
    }
    return ever;
  }

  /** The summary of the block of {@link #SUMMARY} ticks before the tick's; none without one. */
  public Optional<PriceRange> lastSummary() {
    return blocks.get(BITS.indexOf(Integer.numberOfTrailingZeros(SUMMARY))).before();
  }
}
