package venue.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.gate.gateapi.ApiException;
import io.gate.gateapi.api.FuturesApi;
import io.gate.gateapi.models.FuturesAccountBook;
import io.gate.gateapi.models.FuturesOrder;
import io.gate.gateapi.models.FuturesTrade;
import io.gate.gateapi.models.MyFuturesTrade;
import io.gate.gateapi.models.MyFuturesTradeTimeRange;
import io.gate.gateapi.models.PositionClose;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reads with Gate's own Java SDK what has happened in an account that traded one contract.
 *
 * @param futures as the account's owner
 * @param contract its name
 */
record GateSdkHistory(FuturesApi futures, String contract) {
  private static final String USDT = "usdt";

  /**
   * The lists agree with the orders and the money.
   *
   * @param orders all of the account that filled, newest first, of which the newest closed the
   *     position
   * @param deposit what it began with
   * @param total what it has now
   */
  void tells(List<FuturesOrder> orders, BigDecimal deposit, BigDecimal total) throws ApiException {
    tellsTrades(orders);
    assertThat(futures.getOrdersWithTimeRange(USDT).contract(contract).execute())
        .filteredOn(order -> order.getFinishAs() == FuturesOrder.FinishAsEnum.FILLED)
        .extracting(FuturesOrder::getId)
        .containsExactlyElementsOf(orders.stream().map(FuturesOrder::getId).toList());
    tellsCash(total);

    PositionClose closed = futures.listPositionClose(USDT).contract(contract).execute().getFirst();
    assertThat(closed.getSide()).isEqualTo(PositionClose.SideEnum.LONG);
    assertThat(new BigDecimal(closed.getPnl())).isEqualByComparingTo(total.subtract(deposit));

    assertThat(futures.listLiquidates(USDT).contract(contract).execute()).isEmpty();
    assertThat(futures.listLiquidatedOrders(USDT).contract(contract).execute()).isEmpty();
    assertThat(futures.listAutoDeleverages(USDT).contract(contract).execute()).isEmpty();
    assertThat(futures.getFuturesFee(USDT).contract(contract).execute().get(contract))
        .extracting(fee -> fee.getTakerFee())
        .isEqualTo(orders.getFirst().getTkfr());
  }

  private void tellsTrades(List<FuturesOrder> orders) throws ApiException {
    List<String> ids = orders.stream().map(order -> String.valueOf(order.getId())).toList();
    List<MyFuturesTrade> mine = futures.getMyTrades(USDT).contract(contract).execute();
    assertThat(mine).extracting(MyFuturesTrade::getOrderId).containsExactlyElementsOf(ids);
    assertThat(mine.getFirst().getRole()).isEqualTo(MyFuturesTrade.RoleEnum.TAKER);
    assertThat(mine.getFirst().getPrice()).isEqualTo(orders.getFirst().getFillPrice());
    assertThat(futures.getMyTradesWithTimeRange(USDT).contract(contract).limit(2).execute())
        .extracting(MyFuturesTradeTimeRange::getTradeId)
        .containsExactlyElementsOf(ids.subList(0, 2));
    List<FuturesTrade> all = futures.listFuturesTrades(USDT, contract).limit(10).execute();
    assertThat(all)
        .extracting(FuturesTrade::getSize)
        .containsExactlyElementsOf(mine.stream().map(MyFuturesTrade::getSize).toList());
  }

  private void tellsCash(BigDecimal total) throws ApiException {
    List<FuturesAccountBook> book = futures.listFuturesAccountBook(USDT).execute();
    assertThat(new BigDecimal(book.getFirst().getBalance())).isEqualByComparingTo(total);
    assertThat(
            book.stream()
                .map(row -> new BigDecimal(row.getChange()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(total);
    assertThat(book.getLast().getType()).isEqualTo(FuturesAccountBook.TypeEnum.DNW);
  }
}
