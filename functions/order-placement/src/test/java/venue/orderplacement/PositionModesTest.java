package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.orderplacement.Placing.assertRefused;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.futures.Position;
import venue.domain.market.Tier;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

class PositionModesTest {
  private static final List<Tier> TIERS = Samples.market().contract().tiers().tiers();
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer riskLimit(String limit) throws Exception {
    return client.send(
        "POST /positions/{contract}/risk_limit",
        Map.of("contract", TestTrading.MARKET),
        "risk_limit=" + limit,
        "");
  }

  private Answer mode(String mode) throws Exception {
    return client.send(
        "POST /positions/cross_mode",
        Map.of(),
        "",
        "{\"mode\":\"" + mode + "\",\"contract\":\"BTC_USDT\"}");
  }

  private static String limit(int tier) {
    return TIERS.get(tier).riskLimit().toPlainString();
  }

  @Test
  void aRiskLimitOfATierIsAnsweredWithThePositionAsItIs() throws Exception {
    trading.buy(10);
    Position before = trading.position();
    long version = trading.state().account().version();
    Answer answer = riskLimit(limit(1));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/size")).isEqualTo("10");
    assertThat(answer.text("/risk_limit")).isEqualTo(limit(0));
    assertThat(answer.text("/risk_limit_table")).isEqualTo("BTC_USDT_1");
    assertThat(trading.position()).isEqualTo(before);
    assertThat(trading.state().account().version()).isEqualTo(version);
  }

  @Test
  void aRiskLimitThatNoTierHasIsRefused() throws Exception {
    BigDecimal last = TIERS.getLast().riskLimit();
    assertRefused(
        riskLimit(last.add(BigDecimal.ONE).toPlainString()),
        400,
        "RISK_LIMIT_TOO_HIGH",
        "risk_limit: at most " + last.toPlainString());
    assertRefused(riskLimit("1"), 400, "RISK_LIMIT_TOO_lOW", "risk_limit: at least " + limit(0));
    assertRefused(
        riskLimit(TIERS.getFirst().riskLimit().add(BigDecimal.ONE).toPlainString()),
        400,
        "RISK_LIMIT_NOT_MULTIPLE",
        limit(0) + ", " + limit(1));
    assertRefused(riskLimit("-1"), 400, "INVALID_PARAM_VALUE", "risk_limit");
    assertRefused(riskLimit(""), 400, "MISSING_REQUIRED_PARAM", "risk_limit");
  }

  @Test
  void aFlatPositionChangesBetweenIsolatedAndCrossAndKeepsItsLeverage() throws Exception {
    Answer cross = mode("CROSS");
    assertThat(cross.status()).isEqualTo(200);
    assertThat(cross.text("/leverage")).isEqualTo("0");
    String leverage = cross.text("/cross_leverage_limit");
    assertThat(trading.position().cross()).isTrue();
    Answer isolated = mode("ISOLATED");
    assertThat(isolated.text("/leverage")).isEqualTo(leverage);
    assertThat(trading.position().cross()).isFalse();
  }

  @Test
  void theModeMayStandInTheQueryToo() throws Exception {
    Answer cross =
        client.send("POST /positions/cross_mode", Map.of(), "contract=BTC_USDT&mode=CROSS", "");
    assertThat(cross.status()).isEqualTo(200);
    assertThat(trading.position().cross()).isTrue();
  }

  @Test
  void anOpenPositionKeepsItsModeAndTheMarginThatWasAdded() throws Exception {
    trading.buy(10);
    client.margin("50");
    Position before = trading.position();
    assertRefused(mode("CROSS"), 400, "POSITION_HOLDING", "mode");
    assertThat(mode("ISOLATED").status()).isEqualTo(200);
    assertThat(trading.position()).isEqualTo(before);
  }

  @Test
  void anotherModeIsRefused() throws Exception {
    assertRefused(mode("cross"), 400, "INVALID_PARAM_VALUE", "mode should be one of CROSS");
    assertRefused(
        client.send("POST /positions/cross_mode", Map.of(), "", "{\"mode\":\"CROSS\"}"),
        400,
        "MISSING_REQUIRED_PARAM",
        "contract");
    assertThat(trading.state().positions()).isEmpty();
  }
}
