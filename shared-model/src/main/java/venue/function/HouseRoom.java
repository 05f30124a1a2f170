package venue.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.store.HouseStore;

/**
 * Finds where a market's house has room. Its caps and its reserve are split over its shards, so one
 * may be full while another is not; the market has room as long as one of them has.
 *
 * @param shards how many parts the house has
 */
public record HouseRoom(HouseStore house, int shards, RandomGenerator random) {

  /** With what a function is given. */
  public static HouseRoom of(Environment environment) {
    return new HouseRoom(
        new HouseStore(environment.dynamoDb(), environment::variable),
        environment.positive("HOUSE_SHARDS"),
        environment.random());
  }

  /** What a decision comes to at any shard at which it is done; if at none, a refusal. */
  public <T> Outcome<T> anywhere(Market market, Function<HouseShard, Outcome<T>> decision) {
    List<HouseShard> inAnyOrder = new ArrayList<>(house.shards(market.name(), shards));
    Collections.shuffle(inAnyOrder, random);
    Optional<Outcome<T>> refused = Optional.empty();
    for (HouseShard shard : inAnyOrder) {
      Outcome<T> outcome = decision.apply(shard);
      if (outcome instanceof Outcome.Done) {
        return outcome;
      }
      refused = refused.or(() -> Optional.of(outcome));
    }
    return refused.orElseThrow();
  }

  /**
   * What a decision comes to at the shard that was read; if that is full, at another one.
   *
   * @param first the outcome at the shard that was read
   */
  public <T> Outcome<T> orElsewhere(
      Outcome<T> first, Market market, Function<HouseShard, Outcome<T>> decision) {
    boolean isFull =
        first instanceof Outcome.Refused<T>(var refusal)
            && refusal.reason() == Reason.RISK_LIMIT_EXCEEDED;
    return isFull && anywhere(market, decision) instanceof Outcome.Done<T> done ? done : first;
  }
}
