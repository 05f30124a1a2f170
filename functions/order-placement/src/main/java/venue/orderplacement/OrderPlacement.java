package venue.orderplacement;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import venue.function.Environment;
import venue.function.HttpFunction;
import venue.function.Routes;
import venue.wire.gate.PositionPath;

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
    Placement placement = new Placement(desk);
    RestingChoice futures = new RestingChoice(desk, new FuturesOrders(desk.orders()));
    RestingChoice units = new RestingChoice(desk, new WaitingUnitOrders(desk.orders()));
    RestingChoice prices =
        new RestingChoice(desk, new PriceOrders(desk.orders(), desk.venueTime()));
    CancelOrder cancel = new CancelOrder(desk, futures);
    AmendOrder amend = new AmendOrder(desk, futures);
    AmendPriceOrder amendPrice = new AmendPriceOrder(desk, prices);
    Function<String, String> path = environment::variable;
    function =
        new HttpFunction(
            new Routes()
                .on("POST", path.apply("ORDERS_PATH"), new PlaceOrder(desk, placement))
                .on("PUT", path.apply("ORDER_PATH"), amend)
                .on("DELETE", path.apply("ORDER_PATH"), cancel)
                .on("DELETE", path.apply("ORDERS_PATH"), new CancelOrders(desk, futures.kind()))
                .on("POST", path.apply("BATCH_ORDERS_PATH"), Batches.placing(desk, placement))
                .on("POST", path.apply("BATCH_AMEND_PATH"), Batches.amending(desk, amend))
                .on("POST", path.apply("BATCH_CANCEL_PATH"), Batches.cancelling(desk, cancel))
                .on("POST", path.apply("LEVERAGE_PATH"), new SetLeverage(desk, PositionPath.SINGLE))
                .on("POST", path.apply("MARGIN_PATH"), new SetMargin(desk, PositionPath.SINGLE))
                .on(
                    "POST",
                    path.apply("CROSS_MODE_PATH"),
                    new SetMarginMode(desk, PositionPath.SINGLE))
                .on(
                    "POST",
                    path.apply("RISK_LIMIT_PATH"),
                    new SetRiskLimit(desk, PositionPath.SINGLE))
                .on("POST", path.apply("BBO_ORDERS_PATH"), new PlaceBookOrder(desk, placement))
                .on("POST", path.apply("DUAL_MODE_PATH"), new SetPositionMode(desk))
                .on(
                    "POST",
                    path.apply("DUAL_LEVERAGE_PATH"),
                    new SetLeverage(desk, PositionPath.DUAL))
                .on("POST", path.apply("DUAL_MARGIN_PATH"), new SetMargin(desk, PositionPath.DUAL))
                .on(
                    "POST",
                    path.apply("DUAL_CROSS_MODE_PATH"),
                    new SetMarginMode(desk, PositionPath.DUAL))
                .on(
                    "POST",
                    path.apply("DUAL_RISK_LIMIT_PATH"),
                    new SetRiskLimit(desk, PositionPath.DUAL))
                .on("POST", path.apply("UNIT_ORDERS_PATH"), new PlaceUnitOrder(environment))
                .on("DELETE", path.apply("UNIT_ORDER_PATH"), new CancelOrder(desk, units))
                .on("POST", path.apply("PRICE_ORDERS_PATH"), new PlacePriceOrder(environment))
                .on(
                    "DELETE",
                    path.apply("PRICE_ORDERS_PATH"),
                    new CancelOrders(desk, prices.kind()))
                .on("PUT", path.apply("PRICE_ORDER_PATH"), amendPrice)
                .on("PUT", path.apply("AMEND_PRICE_ORDER_PATH"), amendPrice)
                .on("DELETE", path.apply("PRICE_ORDER_PATH"), new CancelOrder(desk, prices)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }
}
