package venue.local.clients;

import static java.math.MathContext.DECIMAL64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.gate.gateapi.ApiClient;
import io.gate.gateapi.ApiException;
import io.gate.gateapi.GateApiException;
import io.gate.gateapi.api.FuturesApi;
import io.gate.gateapi.api.SpotApi;
import io.gate.gateapi.models.Contract;
import io.gate.gateapi.models.CountdownCancelAllFuturesTask;
import io.gate.gateapi.models.FuturesAccount;
import io.gate.gateapi.models.FuturesCandlestick;
import io.gate.gateapi.models.FuturesOrder;
import io.gate.gateapi.models.FuturesOrderAmendment;
import io.gate.gateapi.models.FuturesOrderBook;
import io.gate.gateapi.models.FuturesTicker;
import io.gate.gateapi.models.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Trades with Gate's own Java SDK as published, only its address changed.
 *
 * @param baseUrl where the venue answers, with the path of the API
 * @param key of an account with a fresh deposit of 10,000 USDT and no position
 * @param secret of that key
 */
public record GateSdkScript(String baseUrl, String key, String secret) {
  private static final String USDT = "usdt";
  private static final String BTC_USDT = "BTC_USDT";
  private static final BigDecimal DEPOSIT = new BigDecimal("10000");
  private static final BigDecimal LEVERAGE = new BigDecimal("5");

  /** Opens, retries, is refused, closes and counts the money. */
  public void run() throws ApiException {
    FuturesApi futures = new FuturesApi(client(secret));
    Contract contract = futures.getFuturesContract(USDT, BTC_USDT);
    assertThat(futures.listFuturesContracts(USDT)).extracting(Contract::getName).contains(BTC_USDT);
    assertThat(new SpotApi(client(secret)).getSystemTime().getServerTime())
        .isCloseTo(System.currentTimeMillis(), within(60_000L));

    anyoneSeesTheMarket(futures);

    FuturesAccount before = futures.listFuturesAccounts(USDT);
    assertThat(number(before.getTotal())).isEqualByComparingTo(DEPOSIT);
    assertThat(number(before.getAvailable())).isEqualByComparingTo(DEPOSIT);

    assertThat(leverage(futures, LEVERAGE.toString()).getLeverage()).isEqualTo("5");
    long size = contractsWorth("1000", futures, contract);
    FuturesOrder bought = futures.createFuturesOrder(USDT, market(size));
    assertThat(bought.getStatus()).isEqualTo(FuturesOrder.StatusEnum.FINISHED);
    assertThat(bought.getLeft()).isZero();
    assertThat(futures.getFuturesOrder(USDT, String.valueOf(bought.getId())).getFillPrice())
        .isEqualTo(bought.getFillPrice());
    isAsGateComputesIt(futures.getPosition(USDT, BTC_USDT), bought, contract);

    FuturesOrder placed = aRetriedOrderIsPlacedOnce(futures, size);
    aLimitOrderRestsUntilItIsCancelled(futures, contract, size);
    aCountdownIsSetAndTakenAway(futures);
    assertThat(futures.getIndexConstituents(USDT, BTC_USDT).getConstituents()).isNotEmpty();
    String limit = contract.getRiskLimitBase();
    assertThat(futures.updatePositionRiskLimit(USDT, BTC_USDT, limit).getRiskLimit())
        .isEqualTo(limit);
    everyMistakeIsRefused(futures, contract);
    assertThat(futures.getPosition(USDT, BTC_USDT).getSize()).isEqualTo(2 * size);

    FuturesOrder closed = futures.createFuturesOrder(USDT, market(0).close(true));
    assertThat(closed.getLeft()).isZero();
    assertThat(futures.listPositions(USDT).holding(true).execute()).isEmpty();
    FuturesAccount after = futures.listFuturesAccounts(USDT);
    theMoneyIsAllThere(after, base(contract, size), List.of(bought, placed), closed);
    new GateSdkHistory(futures, BTC_USDT)
        .tells(List.of(closed, placed, bought), DEPOSIT, number(after.getTotal()));
  }

  private static void anyoneSeesTheMarket(FuturesApi futures) throws ApiException {
    FuturesTicker ticker = futures.listFuturesTickers(USDT).contract(BTC_USDT).execute().getFirst();
    FuturesOrderBook book =
        futures.listFuturesOrderBook(USDT, BTC_USDT).limit(5).withId(true).execute();
    assertThat(book.getId()).isPositive();
    assertThat(book.getAsks()).hasSize(5);
    assertThat(book.getBids()).hasSize(5).allMatch(level -> level.getS() > 0);
    near(book.getAsks().getFirst().getP(), number(ticker.getLowestAsk()), "1e-3");

    FuturesCandlestick candle =
        futures.listFuturesCandlesticks(USDT, BTC_USDT).interval("1m").execute().getLast();
    assertThat(candle.getT() % 60).isZero();
    assertThat(candle.getV()).isZero();
    near(candle.getC(), number(ticker.getLast()), "1e-3");
    assertThat(futures.listFuturesPremiumIndex(USDT, BTC_USDT).execute().getLast().getC())
        .isEqualTo("0");
    assertThat(futures.listContractStats(USDT, BTC_USDT).execute().getLast().getOpenInterest())
        .isNotNegative();
    assertThat(futures.listFuturesFundingRateHistory(USDT, BTC_USDT).execute()).isNotNull();
    assertThat(number(futures.listFuturesInsuranceLedger(USDT).execute().getFirst().getB()))
        .isPositive();
  }

  private static void isAsGateComputesIt(Position position, FuturesOrder order, Contract contract) {
    BigDecimal entry = number(order.getFillPrice());
    BigDecimal base = base(contract, order.getSize());
    BigDecimal cost = entry.multiply(base);
    BigDecimal fee = number(contract.getTakerFeeRate());
    BigDecimal margin = cost.divide(LEVERAGE, DECIMAL64).add(cost.multiply(fee));
    BigDecimal liquidation =
        entry
            .subtract(margin.divide(base, DECIMAL64))
            .divide(
                BigDecimal.ONE.subtract(number(contract.getMaintenanceRate()).add(fee)), DECIMAL64);

    assertThat(position.getSize()).isEqualTo(order.getSize());
    near(position.getEntryPrice(), entry, "1e-8");
    near(position.getMargin(), margin, "1e-6");
    // Not to the last digit: the price shown is rounded, and moves with the funding accrued since.
    near(position.getLiqPrice(), liquidation, "1e-4");
  }

  private static FuturesOrder aRetriedOrderIsPlacedOnce(FuturesApi futures, long size)
      throws ApiException {
    FuturesOrder order =
        market(size)
            .text("t-sdk-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
    FuturesOrder placed = futures.createFuturesOrder(USDT, order);
    FuturesOrder retried = futures.createFuturesOrder(USDT, order);
    assertThat(placed.getText()).isEqualTo(order.getText());
    assertThat(retried.getId()).isEqualTo(placed.getId());
    assertThat(futures.getPosition(USDT, BTC_USDT).getSize()).isEqualTo(2 * size);
    return placed;
  }

  private static void aLimitOrderRestsUntilItIsCancelled(
      FuturesApi futures, Contract contract, long size) throws ApiException {
    BigDecimal step = number(contract.getOrderPriceRound());
    BigDecimal far = number(contract.getLastPrice()).multiply(new BigDecimal("0.9"));
    String price = far.divideToIntegralValue(step).multiply(step).toPlainString();
    FuturesOrder placed =
        futures.createFuturesOrder(USDT, market(size).price(price).tif(FuturesOrder.TifEnum.GTC));
    assertThat(placed.getStatus()).isEqualTo(FuturesOrder.StatusEnum.OPEN);
    assertThat(number(placed.getPrice())).isEqualByComparingTo(price);
    String id = Long.toString(placed.getId());
    FuturesOrder amended =
        futures.amendFuturesOrder(USDT, id, new FuturesOrderAmendment().size(size + 1));
    assertThat(amended.getLeft()).isEqualTo(size + 1);
    assertThat(futures.listFuturesOrders(USDT, "open").execute()).hasSize(1);
    FuturesOrder cancelled = futures.cancelFuturesOrder(USDT, id);
    assertThat(cancelled.getFinishAs()).isEqualTo(FuturesOrder.FinishAsEnum.CANCELLED);

    BigDecimal before = number(futures.getPosition(USDT, BTC_USDT).getMargin());
    Position more = futures.updatePositionMargin(USDT, BTC_USDT, "2.5");
    assertThat(number(more.getMargin()))
        .isCloseTo(before.add(new BigDecimal("2.5")), within(new BigDecimal("0.01")));
  }

  private static void aCountdownIsSetAndTakenAway(FuturesApi futures) throws ApiException {
    CountdownCancelAllFuturesTask task =
        new CountdownCancelAllFuturesTask().timeout(30).contract(BTC_USDT);
    assertThat(futures.countdownCancelAllFutures(USDT, task).getTriggerTime()).isPositive();
    task.timeout(0);
    assertThat(futures.countdownCancelAllFutures(USDT, task).getTriggerTime()).isZero();
  }

  private void everyMistakeIsRefused(FuturesApi futures, Contract contract) throws ApiException {
    long tooLarge = contractsWorth("60000", futures, contract);
    int tooHigh = number(contract.getLeverageMax()).intValueExact() + 1;
    FuturesApi stranger = new FuturesApi(client("not the secret"));
    refused("INSUFFICIENT_AVAILABLE", () -> futures.createFuturesOrder(USDT, market(tooLarge)));
    refused(
        "CONTRACT_NOT_FOUND",
        () -> futures.createFuturesOrder(USDT, market(1).contract("NOPE_USDT")));
    refused("INVALID_PARAM_VALUE", () -> futures.createFuturesOrder(USDT, market(0)));
    refused("LEVERAGE_TOO_HIGH", () -> leverage(futures, String.valueOf(tooHigh)));
    refused("ORDER_NOT_FOUND", () -> futures.getFuturesOrder(USDT, "t-never-placed"));
    refused("INVALID_SIGNATURE", () -> stranger.listFuturesAccounts(USDT));
  }

  private static void refused(String label, ThrowingCallable call) {
    GateApiException refusal = catchThrowableOfType(GateApiException.class, call);
    assertThat(refusal).as("refused as %s", label).isNotNull();
    assertThat(refusal.getErrorLabel()).isEqualTo(label);
  }

  private static void theMoneyIsAllThere(
      FuturesAccount account, BigDecimal base, List<FuturesOrder> bought, FuturesOrder closed) {
    BigDecimal received =
        base.multiply(new BigDecimal("2")).multiply(number(closed.getFillPrice()));
    BigDecimal expected = DEPOSIT.add(received).subtract(fee(received, closed));
    BigDecimal paid = BigDecimal.ZERO;
    for (FuturesOrder order : bought) {
      BigDecimal cost = base.multiply(number(order.getFillPrice()));
      paid = paid.add(cost);
      expected = expected.subtract(cost).subtract(fee(cost, order));
    }
    assertThat(account.getAvailable()).isEqualTo(account.getTotal());
    // Funding is the only other movement: for the seconds this takes it is far below this share.
    assertThat(number(account.getTotal()))
        .isCloseTo(expected, within(paid.multiply(new BigDecimal("1e-4"))));
  }

  private ApiClient client(String signingSecret) {
    ApiClient client = new ApiClient();
    client.setBasePath(baseUrl);
    client.setApiKeySecret(key, signingSecret);
    return client;
  }

  private static FuturesOrder market(long size) {
    return new FuturesOrder()
        .contract(BTC_USDT)
        .size(size)
        .price("0")
        .tif(FuturesOrder.TifEnum.IOC);
  }

  private static Position leverage(FuturesApi futures, String leverage) throws ApiException {
    return futures.updatePositionLeverage(USDT, BTC_USDT, leverage, null);
  }

  private static long contractsWorth(String usdt, FuturesApi futures, Contract contract)
      throws ApiException {
    FuturesTicker ticker = futures.listFuturesTickers(USDT).contract(BTC_USDT).execute().getFirst();
    return number(usdt)
        .divide(base(contract, 1).multiply(number(ticker.getLast())), RoundingMode.DOWN)
        .longValue();
  }

  private static BigDecimal base(Contract contract, long size) {
    return number(contract.getQuantoMultiplier()).multiply(BigDecimal.valueOf(size));
  }

  private static BigDecimal fee(BigDecimal value, FuturesOrder order) {
    return value.multiply(number(order.getTkfr()));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static void near(String actual, BigDecimal expected, String share) {
    assertThat(number(actual))
        .isCloseTo(expected, within(expected.multiply(new BigDecimal(share)).abs()));
  }
}
