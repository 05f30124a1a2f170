package venue.accountquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.function.Advancing;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.Json;
import venue.wire.json.JsonText;

class LiquidationsTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final AccountQuery function = new AccountQuery(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer list(String query) throws Exception {
    Map<String, Json> replaced =
        Map.of(
            "routeKey", new JsonText("GET /api/v4/futures/{settle}/liquidates"),
            "rawPath", new JsonText("/api/v4/futures/usdt/liquidates"),
            "rawQueryString", new JsonText(query));
    return venue.call(function, "show-positions.json", replaced);
  }

  @Test
  void showsWhatWasLiquidatedWithItsEvidence() throws Exception {
    trading.buy(5_000);
    trading.tick("890");
    new Advancing(venue.environment(Map.of())).advance(Samples.ACCOUNT);

    Answer answer = list("contract=BTC_USDT");
    assertThat(answer.text("/0/size")).isEqualTo("5000");
    assertThat(answer.text("/0/mark_price")).isEqualTo("890");
    assertThat(answer.text("/0/tick")).isEqualTo("2");
    assertThat(answer.text("/0/leverage")).isEqualTo("10");
    assertThat(answer.text("/0/cross_leverage_limit")).isEqualTo("0");
    assertThat(answer.text("/0/beside")).isEqualTo("[]");
    assertThat(Samples.number(answer.text("/0/liq_price")))
        .isBetween(Samples.number("890"), Samples.number("1000"));
    assertThat(Samples.number(answer.text("/0/equity")))
        .isLessThanOrEqualTo(Samples.number(answer.text("/0/maintenance_margin")));
    assertThat(list("contract=ETH_USDT").body().write()).isEqualTo("[]");
  }

  @Test
  void showsNoneWhereThereWasNone() throws Exception {
    assertThat(list("").body().write()).isEqualTo("[]");
  }
}
