package venue.accountquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.futures.DeleverageFill;
import venue.function.Deleveraging;
import venue.function.RankingRefresh;
import venue.function.TestCrowd;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonText;

class DeleveragesTest {
  private final TestVenue venue = new TestVenue();
  private final AccountQuery function = new AccountQuery(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  /** The account is long 3000 contracts of 0.001, at 10x. */
  private TestCrowd deleveraged(String house, String price) {
    TestCrowd crowd = new TestCrowd(venue, house, "0");
    crowd.buy(Samples.ACCOUNT, 3000);
    crowd.tick(price);
    new Deleveraging(venue.environment(Map.of()))
        .run(TestCrowd.MARKET, venue.context().getLogger());
    return crowd;
  }

  private Answer list(String what, String query) throws Exception {
    Map<String, Json> replaced =
        Map.of(
            "routeKey", new JsonText("GET /api/v4/futures/{settle}/" + what),
            "rawPath", new JsonText("/api/v4/futures/usdt/" + what),
            "rawQueryString", new JsonText(query));
    return venue.call(function, "show-positions.json", replaced);
  }

  private static int size(Answer answer) {
    return ((JsonArray) answer.body()).elements().size();
  }

  @Test
  void showsWhatWasClosedToProtectTheHouse() throws Exception {
    // Opened at 1000.12, so that equity is 500 − 299.64 and 3 − 200.36/110 have to go.
    TestCrowd crowd = deleveraged("500", "1100");
    DeleverageFill fill = crowd.deleveraged(Samples.ACCOUNT).getFirst();
    Answer shown = list("auto_deleverages", "contract=ETH_USDT");
    assertThat(size(shown)).isEqualTo(1);
    assertThat(shown.text("/0/order_id")).isEqualTo(Long.toString(fill.id()));
    assertThat(shown.text("/0/user")).isEqualTo(Long.toString(Samples.ACCOUNT));
    assertThat(shown.text("/0/leverage")).isEqualTo("10");
    assertThat(shown.text("/0/cross_leverage_limit")).isEqualTo("0");
    assertThat(shown.text("/0/fill_price")).isEqualTo("1100");
    assertThat(shown.text("/0/trade_size")).isEqualTo("-1179");
    assertThat(shown.text("/0/position_size")).isEqualTo("1821");
    assertThat(shown.text("/0/house_floor")).isEqualTo("330");
    assertThat(list("auto_deleverages", "contract=BTC_USDT").body().write()).isEqualTo("[]");

    Answer trades = list("my_trades", "contract=ETH_USDT");
    assertThat(trades.text("/0/text")).isEqualTo("auto_deleveraging");
    assertThat(trades.text("/0/close_size")).isEqualTo("-1179");
    assertThat(trades.text("/0/fee")).isEqualTo("0");
    Answer orders = list("orders", "status=finished&contract=ETH_USDT");
    assertThat(orders.text("/0/id")).isEqualTo(Long.toString(fill.id()));
    assertThat(orders.text("/0/finish_as")).isEqualTo("auto_deleveraged");
    assertThat(list("orders_timerange", "").text("/0/finish_as")).isEqualTo("auto_deleveraged");
    assertThat(list("account_book", "type=pnl").text("/0/change"))
        .isEqualTo(fill.result().stripTrailingZeros().toPlainString());
    assertThat(list("account_book", "type=fee").text("/0/id"))
        .doesNotContain(Long.toString(fill.id()));
  }

  @Test
  void showsAPositionThatWasClosedWholeToProtectTheHouse() throws Exception {
    deleveraged("300", "1101");
    Answer closed = list("position_close", "side=long&pnl=profit");
    assertThat(closed.text("/0/text")).isEqualTo("auto_deleveraging");
    assertThat(closed.text("/0/short_price")).isEqualTo("1101");
  }

  @Test
  void showsWhoWouldBeClosedFirstByFifths() throws Exception {
    TestCrowd crowd = new TestCrowd(venue, "100000", "0");
    crowd.buy(Samples.ACCOUNT, 1000);
    assertThat(list("positions", "").text("/0/adl_ranking")).isEqualTo("6");
    for (int leverage = 20; leverage >= 5; leverage -= 5) {
      long account = 20_000_000L + leverage;
      crowd.join(account, "10000");
      crowd.leverage(account, leverage, false);
      crowd.buy(account, 1000);
    }
    crowd.tick("1010");
    assertThat(list("positions", "").text("/0/adl_ranking")).isEqualTo("1");
    new RankingRefresh(venue.environment(Map.of()))
        .run(TestCrowd.MARKET, venue.context().getLogger());
    // Of five, those with 20x and 15x come before, and one with 10x that opened later has won less.
    assertThat(list("positions", "").text("/0/adl_ranking")).isEqualTo("3");
  }
}
