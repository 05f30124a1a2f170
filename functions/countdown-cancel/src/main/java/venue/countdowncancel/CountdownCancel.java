package venue.countdowncancel;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.function.Countdowns;
import venue.function.Environment;
import venue.function.HttpFunction;
import venue.function.Routes;
import venue.function.Trigger;
import venue.store.AccountStore;

/**
 * A dead-man switch: a request sets a countdown; a message that comes when it is over has the
 * account's limit orders cancelled, unless the countdown has been set again.
 */
public final class CountdownCancel implements RequestStreamHandler {
  private final AccountStore accounts;
  private final Countdowns countdowns;
  private final WakeupQueue wakeups;
  private final HttpFunction requests;

  /** The deployed function. */
  public CountdownCancel() {
    this(
        Environment.ofProcess(),
        SqsClient.builder()
            .overrideConfiguration(
                calls ->
                    calls
                        .apiCallAttemptTimeout(Duration.ofSeconds(2))
                        .apiCallTimeout(Duration.ofSeconds(7)))
            .build());
  }

  /** The function with what it is given. */
  public CountdownCancel(Environment environment, SqsClient sqs) {
    accounts = new AccountStore(environment.dynamoDb(), environment::variable);
    countdowns = new Countdowns(environment);
    wakeups = WakeupQueue.of(environment, sqs);
    requests =
        new HttpFunction(
            new Routes()
                .on(
                    "POST",
                    environment.variable("COUNTDOWN_CANCEL_PATH"),
                    SetCountdown.of(environment, countdowns, wakeups)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    byte[] given = event.readAllBytes();
    switch (Trigger.read(new ByteArrayInputStream(given))) {
      case Trigger.Queued due ->
          due.each(message -> wake(Wakeup.read(message)), context.getLogger()).writeTo(answer);
      // No schedule calls this function: what is no message is a request.
      case Trigger.Scheduled _ -> requests.serve(new ByteArrayInputStream(given), answer, context);
    }
  }

  private void wake(Wakeup wakeup) {
    if (wakeup.due().isAfter(wakeups.wallTime().instant())) {
      if (isStillSet(wakeup)) {
        wakeups.send(wakeup);
      }
    } else if (!countdowns.end(wakeup.account())) {
      throw new IllegalStateException("account " + wakeup.account() + " is busy");
    }
  }

  private boolean isStillSet(Wakeup wakeup) {
    return accounts
        .state(wakeup.account())
        .filter(
            state ->
                state.countdowns().stream()
                    .anyMatch(countdown -> countdown.deadline().equals(wakeup.due())))
        .isPresent();
  }
}
