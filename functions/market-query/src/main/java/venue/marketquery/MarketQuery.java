package venue.marketquery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.function.Environment;
import venue.function.HttpFunction;
import venue.function.Routes;
import venue.store.CandleStore;
import venue.store.PublicTrades;

/** Shows markets and products to anyone. */
public final class MarketQuery implements RequestStreamHandler {
  private final HttpFunction function;

  /** The deployed function. */
  public MarketQuery() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public MarketQuery(Environment environment) {
    Board board = Board.of(environment);
    CandleStore store = new CandleStore(environment.dynamoDb(), environment::variable);
    Contracts contracts = new Contracts(board, store);
    Candles candles = new Candles(board, store);
    FundingRates fundingRates = new FundingRates(board, store);
    OrderBooks orderBooks = new OrderBooks(board);
    Insurance insurance = Insurance.of(board, environment);
    IndexConstituents constituents = IndexConstituents.of(board, environment);
    Products products = new Products(board);
    Rebalances rebalances = new Rebalances(board);
    NavCandles navs = new NavCandles(board, store);
    Quotes quotes = new Quotes(board);
    TradeLists lists =
        new TradeLists(board, new PublicTrades(environment.dynamoDb(), environment::variable));
    General general = new General(environment.wallTime());
    ApiDocument document = ApiDocument.read();
    function =
        new HttpFunction(
            new Routes()
                .on("GET", environment.variable("OPENAPI_PATH"), document::show)
                .on("GET", environment.variable("TIME_PATH"), general::time)
                .on("GET", environment.variable("CURRENCIES_PATH"), general::currencies)
                .on("GET", environment.variable("TRADES_PATH"), lists::trades)
                .on("GET", environment.variable("LIQ_ORDERS_PATH"), lists::liquidations)
                .on("GET", environment.variable("CONTRACTS_PATH"), contracts::all)
                .on("GET", environment.variable("CONTRACT_PATH"), contracts::one)
                .on("GET", environment.variable("TICKERS_PATH"), contracts::tickers)
                .on("GET", environment.variable("RISK_LIMIT_TIERS_PATH"), contracts::tiers)
                .on("GET", environment.variable("RISK_LIMIT_TABLE_PATH"), contracts::table)
                .on("GET", environment.variable("INDEX_CONSTITUENTS_PATH"), constituents::one)
                .on("GET", environment.variable("ORDER_BOOK_PATH"), orderBooks::one)
                .on("GET", environment.variable("INSURANCE_PATH"), insurance::list)
                .on("GET", environment.variable("CANDLESTICKS_PATH"), candles::candlesticks)
                .on("GET", environment.variable("PREMIUM_INDEX_PATH"), candles::premiumIndex)
                .on("GET", environment.variable("CONTRACT_STATS_PATH"), candles::statistics)
                .on("GET", environment.variable("FUNDING_RATE_PATH"), fundingRates::list)
                .on("GET", environment.variable("PRODUCTS_PATH"), products::all)
                .on("GET", environment.variable("PRODUCT_PATH"), products::one)
                .on("GET", environment.variable("REBALANCES_PATH"), rebalances::list)
                .on("GET", environment.variable("NAV_CANDLESTICKS_PATH"), navs::candlesticks)
                .on("GET", environment.variable("QUOTE_PATH"), quotes::one));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }
}
