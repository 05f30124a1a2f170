package venue.countdowncancel;

import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.function.Environment;

/** The queue of wakeups, each delayed until it is due, or as long as a message can be. */
record WakeupQueue(SqsClient sqs, String queue, InstantSource wallTime) {
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final Duration NEARLY_A_SECOND = Duration.ofMillis(999);

  static WakeupQueue of(Environment environment, SqsClient sqs) {
    return new WakeupQueue(sqs, environment.variable("COUNTDOWN_QUEUE"), environment.wallTime());
  }

  void send(Wakeup wakeup) {
    int delay = (int) delay(wakeup).toSeconds();
    sqs.sendMessage(
        request -> request.queueUrl(queue).messageBody(wakeup.body()).delaySeconds(delay));
  }

  // Whole seconds, rounded up: a message that comes too early has to be sent again.
  private Duration delay(Wakeup wakeup) {
    Duration left = Duration.between(wallTime.instant(), wakeup.due()).plus(NEARLY_A_SECOND);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LONGEST_DELAY) < 0 ? left : LONGEST_DELAY;
  }
}
