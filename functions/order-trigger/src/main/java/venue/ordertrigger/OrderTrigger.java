package venue.ordertrigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.function.AccountSweep;
import venue.function.Environment;
import venue.store.DueOrders;

/**
 * Fills resting orders that prices have met: advances the accounts that the index of trigger prices
 * names.
 */
public final class OrderTrigger implements RequestStreamHandler {
  private final AccountSweep sweep;

  /** The deployed function. */
  public OrderTrigger() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public OrderTrigger(Environment environment) {
    DueOrders due = new DueOrders(environment.dynamoDb(), environment::variable);
    sweep =
        new AccountSweep(
            environment,
            (market, range, latest, account) -> due.each(market.name(), range, account));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    sweep.serve(event, answer, context.getLogger());
  }
}
