package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import venue.domain.Dice;
import venue.domain.account.Account;
import venue.domain.account.Posting;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesFill;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.house.HouseShard;
import venue.function.Environment;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.store.HouseStore;
import venue.store.MarketPage;
import venue.store.TestTables;

/** Eight clients of one account place 200 orders at once, and transactions meet others. */
class ParallelOrdersTest {
  private static final int CLIENTS = 8;
  private static final int ORDERS = 25;
  private static final double CONFLICTS = 0.2;
  private static final int SHARDS = 2;
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void theyEndWithExactlyWhatTheSameOrdersOneAfterTheOtherGive() {
    Dice.forEach(1, dice -> place(dice.between(1, 1_000_000)));
  }

  private void place(int seed) {
    Account before = trading.state().account();
    Map<String, HouseShard> shards = new HashMap<>();
    house().shards(TestTrading.MARKET, SHARDS).forEach(shard -> shards.put(shard.book(), shard));

    int filled = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Integer>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int number = client;
        clients.add(threads.submit(() -> new Client(number, new Random(seed + number)).trade()));
      }
      for (Future<Integer> client : clients) {
        filled += result(client);
      }
    }

    List<FuturesFill> fills = new ArrayList<>(trading.filled(CLIENTS * ORDERS));
    assertThat(fills).hasSize(filled).hasSizeGreaterThan(CLIENTS * ORDERS / 2);
    fills.sort(Comparator.comparingLong(fill -> own(fill).sequence()));
    oneAfterTheOther(fills, before, shards);
  }

  private void oneAfterTheOther(
      List<FuturesFill> fills, Account before, Map<String, HouseShard> shards) {
    MarketPage page = trading.page();
    Account account = before;
    Position position = Position.flat(page.market().contract());
    for (FuturesFill fill : fills) {
      String book = house(fill).book();
      FuturesDesk desk =
          new FuturesDesk(
              account,
              position,
              Objects.requireNonNull(shards.get(book)),
              SHARDS,
              page.market(),
              page.tick().orElseThrow(),
              TestVenue.NOW);
      FuturesExecution execution = done(MarketOrder.execute(fill.order(), fill.id(), desk));
      assertSame(fill, execution.fill());
      account = execution.account();
      position = execution.position();
      shards.put(book, execution.shard());
    }
    assertSame(trading.state().account(), account);
    assertSame(trading.position(), position);
    for (HouseShard shard : house().shards(TestTrading.MARKET, SHARDS)) {
      assertSame(shard, Objects.requireNonNull(shards.get(shard.book())));
    }
  }

  // The store drops zeros at the end of a number.
  private static void assertSame(Object stored, Object reckoned) {
    assertThat(stored)
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(reckoned);
  }

  private HouseStore house() {
    return new HouseStore(venue.counting().client(), TestTables::name);
  }

  private static Posting own(FuturesFill fill) {
    return fill.entry().postings().getFirst();
  }

  private static Posting house(FuturesFill fill) {
    return fill.entry().postings().getLast();
  }

  private static int result(Future<Integer> client) {
    try {
      return client.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** One of the clients; it sends an order again until it is told that it is done or refused. */
  private final class Client {
    private final int number;
    private final Random random;
    private final OrderPlacement function;

    Client(int number, Random random) {
      this.number = number;
      this.random = random;
      Environment all = venue.environment(Map.of());
      function =
          new OrderPlacement(
              new Environment(
                  all.variables(),
                  conflicting(all.dynamoDb(), random),
                  all.wallTime(),
                  all.venueTime(),
                  random));
    }

    int trade() throws Exception {
      int filled = 0;
      for (int i = 0; i < ORDERS; i++) {
        String order = order("t-" + number + "-" + i);
        Answer answer = new Placing(venue, function).order(order);
        while (answer.status() >= 500) {
          assertThat(answer.text("/label")).isEqualTo("TOO_BUSY");
          answer = new Placing(venue, function).order(order);
        }
        filled += answer.text("/finish_as").equals("filled") ? 1 : 0;
      }
      return filled;
    }

    private String order(String text) {
      int size = (random.nextInt(50) + 1) * (random.nextBoolean() ? 1 : -1);
      boolean isLimit = random.nextInt(3) == 0;
      String price = isLimit ? (size > 0 ? "1050" : "950") : "0";
      return "{\"contract\":\"BTC_USDT\",\"size\":%d,\"price\":\"%s\",\"tif\":\"%s\",\"reduce_only\":%b,\"text\":\"%s\"}"
          .formatted(size, price, isLimit ? "gtc" : "ioc", random.nextInt(6) == 0, text);
    }
  }

  private static DynamoDbClient conflicting(DynamoDbClient client, Random random) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("transactWriteItems")
                  && random.nextDouble() < CONFLICTS) {
                throw TransactionCanceledException.builder()
                    .cancellationReasons(
                        CancellationReason.builder().code("TransactionConflict").build())
                    .build();
              }
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
