package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Samples;
import venue.domain.account.Account;
import venue.domain.futures.Position;
import venue.domain.market.Caps;
import venue.domain.market.Market;
import venue.function.Environment;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

/** One order of an account with 10,000 USDT, against the same in eight parts. */
class SplitOrdersTest {
  private static final int PARTS = 8;

  /** Places orders one after the other, or all at once. */
  private static List<Answer> place(TestVenue venue, List<String> bodies, boolean atOnce)
      throws Exception {
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce ? PARTS : 1)) {
      List<Future<Answer>> placed = new ArrayList<>();
      for (String body : bodies) {
        long seed = placed.size();
        placed.add(threads.submit(() -> patient(client(venue, seed), body)));
      }
      for (Future<Answer> each : placed) {
        answers.add(each.get());
      }
    }
    return answers;
  }

  private static Placing client(TestVenue venue, long seed) {
    Environment all = venue.environment(Map.of());
    return new Placing(
        venue,
        new OrderPlacement(
            new Environment(
                all.variables(),
                all.dynamoDb(),
                all.wallTime(),
                all.venueTime(),
                new Random(seed))));
  }

  /** Sends it again as long as others are faster. */
  private static Answer patient(Placing client, String body) throws Exception {
    Answer answer = client.order(body);
    while (answer.text("/label").equals("TOO_BUSY")) {
      answer = client.order(body);
    }
    return answer;
  }

  private static String order(String market, long size, int number) {
    return "{\"contract\":\"%s\",\"size\":%d,\"price\":\"0\",\"tif\":\"ioc\",\"text\":\"t-%d\"}"
        .formatted(market, size, number);
  }

  private static List<String> orders(String market, long size, int count) {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bodies.add(order(market, size, i));
    }
    return bodies;
  }

  private static long filled(List<Answer> answers) {
    return answers.stream().filter(answer -> answer.text("/finish_as").equals("filled")).count();
  }

  /** What buying 80,000 contracts at 1000 in so many orders leads to. */
  private static Bought bought(int parts, boolean atOnce) throws Exception {
    try (TestVenue venue = new TestVenue()) {
      assertThat(filled(place(venue, orders(TestTrading.MARKET, 80_000 / parts, parts), atOnce)))
          .isEqualTo(parts);
      TestTrading trading = new TestTrading(venue);
      return new Bought(trading.state().account(), trading.position());
    }
  }

  private record Bought(Account account, Position position) {}

  @ParameterizedTest(name = "at once: {0}")
  @ValueSource(booleans = {false, true})
  void eightOrdersCostNoLessThanOneAndTakeNoLessMargin(boolean atOnce) throws Exception {
    Bought one = bought(1, false);
    Bought eight = bought(PARTS, atOnce);
    BigDecimal more = eight.position().cost().subtract(one.position().cost());
    System.out.printf(
        "80,000 USDT in eight orders, at once %s: %s USDT dearer than in one%n", atOnce, more);
    assertThat(eight.position().size()).isEqualTo(80_000);
    assertThat(more).isNotNegative();
    assertThat(eight.position().margin()).isGreaterThanOrEqualTo(one.position().margin());
    assertThat(eight.account().cash()).isLessThanOrEqualTo(one.account().cash());
  }

  @Test
  void togetherTheyTakeNoMoreMarginThanThereIs() throws Exception {
    try (TestVenue venue = new TestVenue()) {
      List<Answer> answers = place(venue, orders(TestTrading.MARKET, 15_000, PARTS), true);
      Account account = new TestTrading(venue).state().account();
      // 15,000 need 1,500, 11.25 for the taker fee and 7.5 for their own.
      assertThat(filled(answers)).isEqualTo(6);
      assertThat(answers)
          .filteredOn(answer -> !answer.text("/finish_as").equals("filled"))
          .extracting(answer -> answer.text("/label"))
          .containsOnly("INSUFFICIENT_AVAILABLE");
      assertThat(account.available()).isBetween(number("0"), number("1500"));
    }
  }

  @Test
  void togetherTheyTakeNoMoreOfTheMarketThanItsCap() throws Exception {
    try (TestVenue venue = new TestVenue()) {
      Market market = withRoomFor(40_000, Samples.market("SOL_USDT", "1000"));
      venue.openMarket(market);
      List<Answer> whole = place(venue, List.of(order("SOL_USDT", 40_001, 99)), false);
      assertThat(whole.getFirst().text("/label")).isEqualTo("RISK_LIMIT_EXCEEDED");
      long filled = filled(place(venue, orders("SOL_USDT", 5_000, 3 * PARTS), true));
      System.out.printf("24 orders of 5,000 where 40,000 are allowed: %d filled%n", filled);
      assertThat(filled).isEqualTo(8);
    }
  }

  private static Market withRoomFor(long contracts, Market market) {
    return new Market(
        market.contract(),
        market.fill(),
        market.funding(),
        new Caps(contracts, contracts, Caps.USUAL_OPEN_INTEREST, Caps.USUAL_SKEW),
        market.solvency(),
        market.fund(),
        market.jumpBound(),
        market.priceAgeMax(),
        market.startingVolatility(),
        market.createTime());
  }
}
