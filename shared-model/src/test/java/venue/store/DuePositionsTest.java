package venue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.futures.Position;
import venue.domain.futures.Realised;
import venue.domain.futures.Slot;
import venue.domain.futures.Turnover;
import venue.domain.market.Contract;
import venue.domain.market.Market;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;
import venue.store.CountingClient.Call;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuePositionsTest {
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final DynamoDbClient client = database.dynamoDbClient();

  DuePositionsTest() {
    TestTables.create(client);
  }

  @AfterAll
  void shutDown() {
    database.shutdownNow();
  }

  private static Position position(Market market, Dice dice) {
    Contract contract = market.contract();
    long size = dice.oneOf(List.of(-1L, 1L)) * dice.magnitude(0, 6, 6).longValue();
    int leverage = dice.between(2, 10);
    BigDecimal entry = dice.between("900", "1100", 3);
    BigDecimal value = contract.base(Math.abs(size)).multiply(entry);
    return new Position(
        Slot.single(market.name()),
        size,
        contract.base(size).multiply(entry),
        Position.initialMargin(value, leverage, contract.takerFeeRate()),
        dice.between("-5", "5", 18),
        leverage,
        false,
        contract.tiers().version(),
        Realised.NONE,
        Turnover.NONE,
        Samples.START,
        Samples.START,
        0);
  }

  private void put(Map<Long, Position> positions, Contract contract) {
    List<WriteRequest> writes = new ArrayList<>();
    positions.forEach(
        (account, position) ->
            writes.add(
                WriteRequest.builder()
                    .putRequest(
                        PutRequest.builder()
                            .item(
                                PositionItems.write(account, position, contract, BigDecimal.ZERO)
                                    .attributes())
                            .build())
                    .build()));
    for (int from = 0; from < writes.size(); from += 25) {
      List<WriteRequest> batch = writes.subList(from, Math.min(writes.size(), from + 25));
      client.batchWriteItem(
          BatchWriteItemRequest.builder().requestItems(Map.of("Accounts", batch)).build());
    }
  }

  private static Map<Long, Position> random(Market market, int count, long firstAccount) {
    Map<Long, Position> positions = new HashMap<>();
    Dice.forEach(
        count, dice -> positions.put(firstAccount + positions.size(), position(market, dice)));
    return positions;
  }

  @Test
  void whatIsDueByLookingAtEveryPositionIsWhatTheIndexNames() {
    Market market = Samples.market("ETH_USDT", "1000");
    Map<Long, Position> positions = random(market, 3_000, 20_000_000);
    put(positions, market.contract());
    DuePositions due = new DuePositions(client, TestTables::name);
    int found = 0;
    for (String price : List.of("1000", "950", "900", "820", "700", "1050", "1120", "1300")) {
      Tick tick = Samples.tick(market, price);
      Set<Long> looked = new TreeSet<>();
      positions.forEach(
          (account, position) -> {
            if (position.isDue(market.contract(), tick.price(), tick.fundingIndex())) {
              looked.add(account);
            }
          });
      Set<Long> named = new TreeSet<>();
      due.each(market.contract(), PriceRange.of(tick), tick.fundingSeen(), named::add);
      assertThat(named).isEqualTo(looked);
      assertThat(due.any(market.contract(), PriceRange.of(tick), tick.fundingSeen()))
          .isEqualTo(!looked.isEmpty());
      found += named.size();
    }
    assertThat(found).isGreaterThan(1_000);
  }

  @Test
  void aSweepThatFindsNothingCostsTheSameWithAHundredPositionsAndWithTwentyThousand() {
    Market market = Samples.market("SOL_USDT", "1000");
    Tick calm = Samples.tick(market, "1000");
    put(calm(market, 100, 30_000_000), market.contract());
    List<Call> few = callsOfAnEmptySweep(market, calm);
    put(calm(market, 19_900, 30_000_100), market.contract());
    List<Call> many = callsOfAnEmptySweep(market, calm);
    assertThat(many).isEqualTo(few).hasSize(8).allMatch(call -> call.kind().equals("query"));
  }

  private List<Call> callsOfAnEmptySweep(Market market, Tick tick) {
    CountingClient counting = new CountingClient(client);
    new DuePositions(counting.client(), TestTables::name)
        .each(
            market.contract(),
            PriceRange.of(tick),
            tick.fundingSeen(),
            account -> {
              throw new AssertionError("account " + account + " is not due");
            });
    return counting.take();
  }

  private static Map<Long, Position> calm(Market market, int count, long firstAccount) {
    Map<Long, Position> positions = new HashMap<>();
    for (int i = 0; i < count; i++) {
      long size = i % 2 == 0 ? 10 : -10;
      positions.put(
          firstAccount + i,
          new Position(
              Slot.single(market.name()),
              size,
              market.contract().base(size).multiply(number("1000")),
              number("1"),
              BigDecimal.ZERO,
              10,
              false,
              1,
              Realised.NONE,
              Turnover.NONE,
              Samples.START,
              Samples.START,
              0));
    }
    return positions;
  }
}
