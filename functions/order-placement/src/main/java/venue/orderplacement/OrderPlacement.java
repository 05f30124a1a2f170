package venue.orderplacement;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.function.Environment;
import venue.function.HttpFunction;
import venue.function.Routes;

/** Places and cancels orders of both products and changes leverage. */
public final class OrderPlacement implements RequestStreamHandler {
  private final HttpFunction function;

  /** The deployed function. */
  public OrderPlacement() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public OrderPlacement(Environment environment) {
    Desk desk = Desk.of(environment);
    CancelKind orders = new WaitingOrders(desk.orders());
    CancelKind sales = new WaitingSales(desk.orders());
    CancelKind prices = new PriceOrders(desk.orders(), desk.venueTime());
    function =
        new HttpFunction(
            new Routes()
                .on("POST", environment.variable("ORDERS_PATH"), new PlaceOrder(environment))
                .on("POST", environment.variable("LEVERAGE_PATH"), new SetLeverage(environment))
                .on(
                    "POST",
                    environment.variable("UNIT_ORDERS_PATH"),
                    new PlaceUnitOrder(environment))
                .on(
                    "POST",
                    environment.variable("PRICE_ORDERS_PATH"),
                    new PlacePriceOrder(environment))
                .on("DELETE", environment.variable("ORDERS_PATH"), new CancelOrders(desk, orders))
                .on("DELETE", environment.variable("ORDER_PATH"), new CancelOrder(desk, orders))
                .on("DELETE", environment.variable("UNIT_ORDER_PATH"), new CancelOrder(desk, sales))
                .on(
                    "DELETE",
                    environment.variable("PRICE_ORDERS_PATH"),
                    new CancelOrders(desk, prices))
                .on(
                    "DELETE",
                    environment.variable("PRICE_ORDER_PATH"),
                    new CancelOrder(desk, prices)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }
}
