package venue.orderplacement;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.function.Environment;
import venue.function.HttpFunction;
import venue.function.Routes;

/** Places orders of both products and changes leverage. */
public final class OrderPlacement implements RequestStreamHandler {
  private final HttpFunction function;

  /** The deployed function. */
  public OrderPlacement() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public OrderPlacement(Environment environment) {
    function =
        new HttpFunction(
            new Routes()
                .on("POST", environment.variable("ORDERS_PATH"), new PlaceOrder(environment))
                .on("POST", environment.variable("LEVERAGE_PATH"), new SetLeverage(environment))
                .on(
                    "POST",
                    environment.variable("UNIT_ORDERS_PATH"),
                    new PlaceUnitOrder(environment)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }
}
