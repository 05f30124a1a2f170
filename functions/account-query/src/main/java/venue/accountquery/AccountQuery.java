package venue.accountquery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.function.Environment;
import venue.function.HttpFunction;
import venue.function.Routes;
import venue.wire.gate.PositionPath;

/** Shows an account to the holder of one of its keys. */
public final class AccountQuery implements RequestStreamHandler {
  private final HttpFunction function;

  /** The deployed function. */
  public AccountQuery() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public AccountQuery(Environment environment) {
    Ledger ledger = Ledger.of(environment);
    FinishedOrders finished = new FinishedOrders(ledger);
    Orders orders = new Orders(ledger, finished);
    PriceOrders prices = new PriceOrders(ledger);
    Balances balances = new Balances(ledger);
    Positions positions = new Positions(ledger);
    EventList liquidations = EventList.liquidations(ledger);
    EventList deleverages = EventList.deleverages(ledger);
    Trades trades = new Trades(ledger);
    AccountBook book = new AccountBook(ledger);
    ClosedPositions closed = new ClosedPositions(ledger);
    Fees fees = new Fees(ledger);
    UnitHoldings holdings = new UnitHoldings(ledger);
    function =
        new HttpFunction(
            new Routes()
                .on("GET", environment.variable("ACCOUNT_DETAIL_PATH"), balances::detail)
                .on("GET", environment.variable("ACCOUNTS_PATH"), balances::account)
                .on("GET", environment.variable("POSITIONS_PATH"), positions::all)
                .on(
                    "GET",
                    environment.variable("POSITION_PATH"),
                    request -> positions.in(PositionPath.SINGLE, request))
                .on(
                    "GET",
                    environment.variable("DUAL_POSITION_PATH"),
                    request -> positions.in(PositionPath.DUAL, request))
                .on("GET", environment.variable("ORDERS_PATH"), orders::list)
                .on("GET", environment.variable("ORDER_PATH"), orders::one)
                .on("GET", environment.variable("PRICE_ORDERS_PATH"), prices::list)
                .on("GET", environment.variable("PRICE_ORDER_PATH"), prices::one)
                .on("GET", environment.variable("LIQUIDATES_PATH"), liquidations::list)
                .on("GET", environment.variable("DELEVERAGES_PATH"), deleverages::list)
                .on("GET", environment.variable("MY_TRADES_PATH"), trades::byPage)
                .on("GET", environment.variable("MY_TRADES_RANGE_PATH"), trades::byTime)
                .on("GET", environment.variable("ORDERS_RANGE_PATH"), finished::byTime)
                .on("GET", environment.variable("ACCOUNT_BOOK_PATH"), book::list)
                .on("GET", environment.variable("POSITION_CLOSE_PATH"), closed::list)
                .on("GET", environment.variable("FEE_PATH"), fees::ofContracts)
                .on("GET", environment.variable("WALLET_FEE_PATH"), fees::ofWallet)
                .on("GET", environment.variable("HOLDINGS_PATH"), holdings::all)
                .on("GET", environment.variable("UNIT_ORDER_PATH"), orders::unitOrder));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }
}
