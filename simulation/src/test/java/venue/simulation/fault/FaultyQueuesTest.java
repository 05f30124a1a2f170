package venue.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class FaultyQueuesTest {
  private final Invocations invocations = new Invocations(new Coverage());
  private long now = 1000;

  private FaultyQueues queues(int lag, double twice) {
    return new FaultyQueues(invocations, new Random(1), () -> now, lag, twice);
  }

  private static void send(FaultyQueues queues, String body, int delay) {
    queues.sendMessage(send -> send.queueUrl("q").messageBody(body).delaySeconds(delay));
  }

  private static Set<String> bodies(List<QueuedMessage> messages) {
    Set<String> bodies = new HashSet<>();
    messages.forEach(message -> bodies.add(message.body()));
    return bodies;
  }

  @Test
  void aMessageComesAfterItsDelay() {
    FaultyQueues queues = queues(0, 0);
    send(queues, "later", 5);
    assertThat(queues.due("q")).isEmpty();
    now += 5000;
    assertThat(bodies(queues.due("q"))).containsExactly("later");
    assertThat(queues.due("another")).isEmpty();
  }

  @Test
  void aMessageStaysUntilItIsHandled() {
    FaultyQueues queues = queues(0, 0);
    send(queues, "one", 0);
    List<QueuedMessage> delivery = List.copyOf(queues.due("q"));
    queues.delivered(delivery, List.of(delivery.getFirst().id()));
    assertThat(bodies(queues.due("q"))).containsExactly("one");
    queues.delivered(delivery, List.of());
    assertThat(queues.waiting()).isEmpty();
  }

  @Test
  void aHandledMessageMayComeOnceMore() {
    FaultyQueues queues = queues(0, 1);
    send(queues, "one", 0);
    queues.delivered(List.copyOf(queues.due("q")), List.of());
    assertThat(bodies(queues.due("q"))).containsExactly("one");
  }

  @Test
  void messagesComeLateAndInAnyOrder() {
    FaultyQueues queues = queues(5, 0);
    for (int i = 0; i < 20; i++) {
      send(queues, "m" + i, 0);
    }
    assertThat(bodies(queues.due("q"))).hasSizeLessThan(20);
    queues.catchUp();
    Set<String> first = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      first.add(queues.due("q").getFirst().body());
    }
    assertThat(first).hasSizeGreaterThan(3);
  }

  @Test
  void sendingFailsBeforeAndAfterTheMessageIsTaken() {
    FaultyQueues queues = queues(0, 0);
    for (Moment moment : Moment.values()) {
      invocations.follow(Plan.failing(Calls.SEND, Fault.TIMEOUT, moment));
      assertThatThrownBy(
              () ->
                  invocations.run(
                      () ->
                          queues.sendMessage(
                              send -> send.queueUrl("q").messageBody(moment.name()))))
          .isInstanceOf(ApiCallTimeoutException.class);
    }
    assertThat(bodies(queues.waiting())).containsExactly("AFTER");
  }

  @Test
  void aBatchMayBeTakenInPart() {
    FaultyQueues queues = queues(0, 0);
    invocations.follow(Plan.failing(Calls.SEND_BATCH, Fault.PARTLY_TAKEN, Moment.AFTER));
    var answer =
        invocations.run(
            () ->
                queues.sendMessageBatch(
                    send -> send.queueUrl("q").entries(entry("a"), entry("b"))));
    assertThat(answer.failed()).singleElement().extracting(failed -> failed.id()).isEqualTo("a");
    assertThat(bodies(queues.waiting())).containsExactly("b");
  }

  private static SendMessageBatchRequestEntry entry(String id) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(id).build();
  }
}
