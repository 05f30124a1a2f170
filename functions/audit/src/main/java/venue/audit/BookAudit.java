package venue.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.function.Environment;

/**
 * Audits all books while the venue goes on trading: once a day by its schedule, or when it is
 * called. One that runs out of time rests and goes on with the next call.
 */
public final class BookAudit implements RequestStreamHandler {
  private final Auditing auditing;

  /** The deployed function. */
  public BookAudit() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public BookAudit(Environment environment) {
    auditing = new Auditing(environment);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Call call = Call.read(event);
    Result result = auditing.run(call, context::getRemainingTimeInMillis);
    result.line().ifPresent(line -> context.getLogger().log(line + "\n"));
    result.failIfScheduled(call);
    answer.write(result.json().write().getBytes(UTF_8));
  }
}
