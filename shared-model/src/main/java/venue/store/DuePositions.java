package venue.store;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.Side;
import venue.domain.futures.SweepBound;
import venue.domain.market.Contract;
import venue.domain.market.FundingRange;
import venue.domain.market.PriceRange;

/**
 * The accounts whose positions are due at ticks within a range, found by one range query for each
 * side and tier of the market. It reads the positions that are due, and as few others as the range
 * in which the market's funding has moved allows; that, and because the index may lag, is why
 * whoever is found is looked at again before anything is done.
 */
public final class DuePositions {
  private final DynamoStore store;

  /**
   * A finder.
   *
   * @param variable gives the value of a variable of the template
   */
  public DuePositions(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /**
   * Whether the index has any position that may be due at a tick within a range.
   *
   * @param seen all that the market's cumulative funding has ever been
   */
  public boolean any(Contract contract, PriceRange range, FundingRange seen) {
    return ranges(contract, range, seen).anyMatch(due -> !due.isEmpty());
  }

  /**
   * Names each account with a position that may be due at a tick within a range, page by page; one
   * may come more than once.
   *
   * @param seen all that the market's cumulative funding has ever been
   */
  public void each(Contract contract, PriceRange range, FundingRange seen, Consumer<Long> account) {
    ranges(contract, range, seen).forEach(due -> due.each(account));
  }

  private Stream<IndexRange> ranges(Contract contract, PriceRange range, FundingRange seen) {
    int tiers = contract.tiers().tiers().size();
    return Stream.of(Side.values())
        .flatMap(
            side ->
                IntStream.range(0, tiers)
                    .mapToObj(tier -> SweepBound.of(contract, side, tier, range, seen)))
        .map(bound -> range(contract, bound));
  }

  private IndexRange range(Contract contract, SweepBound bound) {
    return new IndexRange(
        store,
        Schema.LIQUIDATION_KEYS,
        PositionItems.liquidationPartition(
            contract.name(), bound.side(), contract.tiers().version(), bound.tier(), 0),
        bound.side() == Side.LONG ? ">=" : "<=",
        bound.x());
  }
}
