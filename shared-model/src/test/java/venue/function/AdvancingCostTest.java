package venue.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import venue.domain.Samples;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.TimeInForce;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.Trigger;
import venue.store.TestTables;

/** What it takes to look at an account, in items that queries answer. */
class AdvancingCostTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final AtomicLong items = new AtomicLong();
  private final Advancing advancing = new Advancing(environment());

  @AfterEach
  void close() {
    venue.close();
  }

  private Environment environment() {
    Map<String, String> variables = new HashMap<>(TestTables.VARIABLES);
    variables.put("HOUSE_SHARDS", "2");
    return new Environment(
        variables, counted(), () -> TestVenue.NOW, () -> TestVenue.NOW, new Random(7));
  }

  private DynamoDbClient counted() {
    DynamoDbClient real = venue.counting().client();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            AdvancingCostTest.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(real, arguments);
                if (answer instanceof QueryResponse found) {
                  items.addAndGet(found.count());
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private long lookedAt() {
    items.set(0);
    advancing.advance(Samples.ACCOUNT);
    return items.get();
  }

  private void rests(long size, String price) {
    Limit limit = new Limit(Samples.number(price), TimeInForce.GTC);
    trading.rest(
        new LimitOrder(
            900,
            new FuturesOrder(
                TestTrading.MARKET, size, false, false, Optional.of(limit), Optional.empty()),
            Trigger.of(limit, size, Samples.market().fill().halfSpread()),
            BigDecimal.ZERO,
            trading.page().tick().orElseThrow().sequence(),
            TestVenue.NOW,
            TestVenue.NOW));
  }

  @Test
  void ticksFromBeforeAnOrderCameAreNotReadForIt() {
    trading.buy(1);
    trading.tick("950");
    for (int i = 0; i < 600; i++) {
      trading.tick("1000");
    }
    rests(1, "960");
    assertThat(lookedAt()).isLessThan(20);
  }

  @Test
  void anOrderThatImpactKeepsBeyondItsLimitDoesNotHaveAllTicksSinceItCameReadAtEachTick() {
    rests(50_000, "1000.2");
    for (int i = 0; i < 1_200; i++) {
      trading.tick("1000");
      if (i % 300 == 0) {
        advancing.advance(Samples.ACCOUNT);
      }
    }
    lookedAt();
    assertThat(lookedAt()).isLessThan(600);
  }
}
