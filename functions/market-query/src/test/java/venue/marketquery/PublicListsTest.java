package venue.marketquery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Samples;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.JsonArray;

class PublicListsTest {
  private final TestVenue venue = new TestVenue();
  private final Client client = new Client(venue, TestVenue.NOW);

  @AfterEach
  void close() {
    venue.close();
  }

  private static int size(Answer answer) {
    return ((JsonArray) answer.body()).elements().size();
  }

  @Test
  void showsTheTiersThatMaintenanceIsReckonedBy() throws Exception {
    Answer tiers = client.get("/risk_limit_tiers", "contract=BTC_USDT");
    assertThat(size(tiers)).isEqualTo(Samples.market().contract().tiers().tiers().size());
    assertThat(tiers.text("/0/tier")).isEqualTo("1");
    assertThat(tiers.text("/0/contract")).isEqualTo("BTC_USDT");
    assertThat(tiers.text("/0/maintenance_rate")).isEqualTo("0.005");
    assertThat(tiers.text("/0/deduction")).isEqualTo("0");
    assertThat(tiers.text("/0/risk_limit"))
        .isEqualTo(client.get("/contracts", "").text("/0/risk_limit_base"));
    assertThat(tiers.text("/0/leverage_max"))
        .isEqualTo(client.get("/contracts", "").text("/0/leverage_max"));
  }

  @Test
  void aTableOfTiersIsFoundByItsId() throws Exception {
    Answer table = client.get("/risk_limit_table", "table_id=BTC_USDT_1");
    assertThat(table.body()).isEqualTo(client.get("/risk_limit_tiers", "").body());
    for (String other : new String[] {"BTC_USDT_2", "BTC_USDT", "NO_USDT_1", "x"}) {
      Answer unknown = client.get("/risk_limit_table", "table_id=" + other);
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.text("/message")).startsWith("table_id: there is no table " + other);
    }
    assertThat(client.get("/risk_limit_table", "").text("/label"))
        .isEqualTo("MISSING_REQUIRED_PARAM");
  }

  @Test
  void namesTheSourcesThatThePriceIsTheMedianOf() throws Exception {
    Answer shown = client.constituents("BTC_USDT");
    assertThat(shown.body().write())
        .isEqualTo(
            "{\"index\":\"BTC_USDT\",\"constituents\":["
                + "{\"exchange\":\"one\",\"symbols\":[\"BTC_USDT\"]},"
                + "{\"exchange\":\"other\",\"symbols\":[\"BTC_USDT\"]}]}");
    Answer unknown = client.constituents("NO_USDT");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text("/message")).startsWith("index");
  }

  @Test
  void withoutAContractLimitAndOffsetCountContractsAndNotTiers() throws Exception {
    venue.openMarket(Samples.market("ETH_USDT", "100"));
    int each = Samples.market().contract().tiers().tiers().size();
    assertThat(size(client.get("/risk_limit_tiers", ""))).isEqualTo(2 * each);
    Answer second = client.get("/risk_limit_tiers", "limit=1&offset=1");
    assertThat(size(second)).isEqualTo(each);
    assertThat(second.text("/0/contract")).isEqualTo("ETH_USDT");
  }

  @Test
  void showsPartOfTheContracts() throws Exception {
    venue.openMarket(Samples.market("ETH_USDT", "100"));
    assertThat(size(client.get("/contracts", ""))).isEqualTo(2);
    assertThat(client.get("/contracts", "limit=1").text("/0/name")).isEqualTo("BTC_USDT");
    assertThat(client.get("/contracts", "offset=1").text("/0/name")).isEqualTo("ETH_USDT");
    assertThat(size(client.get("/contracts", "offset=2"))).isZero();
  }

  @Test
  void addsUpTheInsuranceOfAllMarkets() throws Exception {
    assertThat(client.get("/insurance", "").text("/0/b")).isEqualTo("100000");
    venue.openMarket(Samples.market("ETH_USDT", "100"));
    Answer both = client.get("/insurance", "limit=5");
    assertThat(size(both)).isEqualTo(1);
    assertThat(both.text("/0/b")).isEqualTo("200000");
    assertThat(both.text("/0/t")).isEqualTo(Long.toString(TestVenue.NOW.getEpochSecond()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/contracts", "/tickers", "/risk_limit_tiers", "/insurance"})
  void ofAnotherSettlementCurrencyThereIsNoneAndTooMuchIsRefused(String path) throws Exception {
    Answer bitcoin = client.get("btc", path, "");
    assertThat(bitcoin.status()).isEqualTo(200);
    assertThat(bitcoin.body().write()).isEqualTo("[]");
    Answer limit = client.get(path, "limit=1001");
    assertThat(limit.status()).isEqualTo(400);
    assertThat(limit.text("/message")).startsWith("limit should be a whole number from 1 to 1000");
    Answer offset = client.get(path, "offset=1001");
    assertThat(offset.text("/label")).isEqualTo("INVALID_PARAM_VALUE");
    assertThat(offset.text("/message")).startsWith("offset");
  }
}
