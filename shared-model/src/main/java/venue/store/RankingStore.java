package venue.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.Side;
import venue.domain.futures.DeleverageRanking;

/** Who of a market's winners would be closed first: one item a market, written once an hour. */
public final class RankingStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public RankingStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** The ranking of a market, if one was made. */
  public Optional<DeleverageRanking> ranking(String market) {
    return Optional.ofNullable(rankings(List.of(market)).get(market));
  }

  /** The rankings of markets, by name, as far as they were made. */
  public Map<String, DeleverageRanking> rankings(Collection<String> markets) {
    Map<String, DeleverageRanking> rankings = new HashMap<>();
    DynamoStore.Found found = store.read(markets.stream().map(Key::ranking).toList());
    for (String market : markets) {
      found.get(Key.ranking(market)).ifPresent(item -> rankings.put(market, read(market, item)));
    }
    return rankings;
  }

  private static DeleverageRanking read(String market, Item item) {
    Map<Side, List<BigDecimal>> limits = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      List<BigDecimal> ofSide = new ArrayList<>();
      item.maps(side.name()).forEach(limit -> ofSide.add(limit.number("score")));
      limits.put(side, ofSide);
    }
    return new DeleverageRanking(market, item.time("time"), limits);
  }

  /** Stores a ranking in place of the market's last one. */
  public void put(DeleverageRanking ranking) {
    Item item = Item.at(Key.ranking(ranking.market())).with("time", ranking.time());
    for (Side side : Side.values()) {
      item.with(
          side.name(),
          ranking.limits().getOrDefault(side, List.of()).stream()
              .map(score -> Item.empty().with("score", score))
              .toList());
    }
    store.write(Write.replacing(Table.MARKETS, item));
  }
}
