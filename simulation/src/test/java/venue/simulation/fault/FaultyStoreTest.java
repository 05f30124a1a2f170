package venue.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import venue.domain.account.Account;
import venue.store.AccountStore;
import venue.store.TestTables;

class FaultyStoreTest {
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", AttributeValue.fromS("account#1"), "sk", AttributeValue.fromS("state#account"));
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final DynamoDbClient real = database.dynamoDbClient();
  private final Coverage coverage = new Coverage();
  private final Invocations invocations = new Invocations(coverage);
  private final IndexShadow indexes = new IndexShadow(real, () -> 2);
  private final List<Writes.Written> written = new ArrayList<>();
  private final DynamoDbClient store =
      FaultyStore.around(real, invocations, indexes, written::addAll);

  FaultyStoreTest() {
    TestTables.create(real);
  }

  @AfterEach
  void close() {
    database.shutdownNow();
  }

  private void put() {
    store.putItem(
        put -> put.tableName("Accounts").item(KEY).conditionExpression("attribute_not_exists(pk)"));
  }

  private void transact() {
    store.transactWriteItems(
        all ->
            all.transactItems(
                TransactWriteItem.builder()
                    .put(Put.builder().tableName("Accounts").item(KEY).build())
                    .build()));
  }

  private boolean isStored() {
    return real.getItem(get -> get.tableName("Accounts").key(KEY)).hasItem();
  }

  private void running(Runnable function) {
    int done =
        invocations.run(
            () -> {
              function.run();
              return 1;
            });
    assertThat(done).isEqualTo(1);
  }

  private void fails(String kind, Fault fault, Moment moment, Class<?> exception) {
    invocations.follow(Plan.failing(kind, fault, moment));
    Runnable call = kind.equals(Calls.PUT) ? this::put : this::transact;
    assertThatThrownBy(() -> running(call)).isInstanceOf(exception);
    assertThat(isStored()).isEqualTo(moment == Moment.AFTER);
    assertThat(written).hasSize(moment == Moment.AFTER ? 1 : 0);
  }

  @Test
  void aConflictLeavesNothing() {
    fails(Calls.TRANSACT, Fault.CONFLICT, Moment.BEFORE, TransactionCanceledException.class);
    fails(Calls.TRANSACT, Fault.THROTTLED_ITEM, Moment.BEFORE, TransactionCanceledException.class);
  }

  @Test
  void aThrottledCallLeavesNothing() {
    fails(Calls.PUT, Fault.THROTTLED, Moment.BEFORE, ProvisionedThroughputExceededException.class);
  }

  @Test
  void aFailureOfTheServiceMayComeBeforeTheWriteOrAfterIt() {
    fails(Calls.TRANSACT, Fault.INTERNAL, Moment.BEFORE, InternalServerErrorException.class);
    fails(Calls.TRANSACT, Fault.INTERNAL, Moment.AFTER, InternalServerErrorException.class);
  }

  @Test
  void aTimeoutMayComeBeforeTheWriteOrAfterIt() {
    fails(Calls.PUT, Fault.TIMEOUT, Moment.BEFORE, ApiCallTimeoutException.class);
    fails(Calls.PUT, Fault.TIMEOUT, Moment.AFTER, ApiCallTimeoutException.class);
  }

  @Test
  void aWriteTheSdkRepeatsFailsItsOwnCondition() {
    fails(Calls.PUT, Fault.REPEATED, Moment.AFTER, ConditionalCheckFailedException.class);
  }

  @Test
  void unprocessedKeysAreReadAgain() {
    AccountStore accounts = new AccountStore(store, TestTables::name);
    accounts.open(Account.open(7, Instant.EPOCH));
    invocations.follow(
        (site, call) ->
            call == 1 ? new Fate.Failed(Fault.UNPROCESSED, Moment.AFTER) : new Fate.Answered());
    assertThat(invocations.run(() -> accounts.account(7))).isPresent();
  }

  @Test
  void allThatCanFailIsDrawnSometime() {
    for (String kind : List.of(Calls.TRANSACT, Calls.PUT, Calls.DELETE, Calls.READ, Calls.QUERY)) {
      assertThat(Fault.of(kind)).as(kind).hasSizeGreaterThan(3);
    }
    assertThat(Fault.of(Calls.SEND)).extracting(Fate.Failed::fault).containsOnly(Fault.TIMEOUT);
    assertThat(Fault.of(Calls.SEND_BATCH)).hasSize(3);
  }

  @Test
  void aProcessThatIsGoneCallsNothingMoreUntilTheNextInvocation() {
    invocations.follow(Plan.stopAt(1, Moment.BEFORE));
    assertThatThrownBy(
            () ->
                running(
                    () -> {
                      assertThatThrownBy(this::put).isInstanceOf(Stopped.class);
                      assertThatThrownBy(this::put).isInstanceOf(Stopped.class);
                    }))
        .isInstanceOf(Stopped.class);
    assertThat(isStored()).isFalse();
    invocations.follow(Plan.CALM);
    running(this::put);
    assertThat(isStored()).isTrue();
  }

  @Test
  void aTransactionAfterWhichTheProcessIsGoneIsStored() {
    invocations.follow(Plan.stopAt(1, Moment.AFTER));
    assertThatThrownBy(() -> running(this::transact)).isInstanceOf(Stopped.class);
    assertThat(isStored()).isTrue();
    assertThat(coverage.missing()).singleElement().asString().contains("BEFORE Transact");
  }

  @Test
  void anIndexLagsAndCatchesUp() {
    Map<String, AttributeValue> position = new HashMap<>(KEY);
    position.put("liquidationPartition", AttributeValue.fromS("p"));
    position.put("liquidationKey", AttributeValue.fromN("9.5"));
    store.putItem(put -> put.tableName("Accounts").item(position));
    assertThat(found(">=", "9")).isZero();
    indexes.tick();
    assertThat(found(">=", "9")).isZero();
    indexes.tick();
    assertThat(found(">=", "9")).isOne();
    assertThat(found("<=", "9")).isZero();
    flatten();
    assertThat(found(">=", "9")).isOne();
    indexes.catchUp();
    assertThat(found(">=", "9")).isZero();
  }

  private void flatten() {
    store.putItem(put -> put.tableName("Accounts").item(KEY));
  }

  private int found(String comparison, String key) {
    return store
        .query(
            query ->
                query
                    .tableName("Accounts")
                    .indexName("LiquidationKeys")
                    .keyConditionExpression(
                        "liquidationPartition = :p AND liquidationKey " + comparison + " :x")
                    .expressionAttributeValues(
                        Map.of(":p", AttributeValue.fromS("p"), ":x", AttributeValue.fromN(key))))
        .count();
  }
}
