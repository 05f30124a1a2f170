package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.orderplacement.Placing.assertRefused;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.function.Environment;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

/** Of an account with 10,000 USDT, at a tick at 1000. */
class HedgeModeTest {
  private static final String MARKET = "BTC_USDT";
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  private Position position(Side side) {
    return trading.state().position(Slot.dual(MARKET, side)).orElseThrow();
  }

  private static String closing(String side) {
    return "{\"contract\":\"BTC_USDT\",\"size\":0,\"price\":\"0\",\"tif\":\"ioc\",\"auto_size\":\""
        + side
        + "\",\"reduce_only\":true}";
  }

  @Test
  void bothSidesAreHeldAndEachIsClosedByItsName() throws Exception {
    Answer hedge = client.dualMode(true);
    assertThat(hedge.status()).isEqualTo(200);
    assertThat(hedge.text("/in_dual_mode")).isEqualTo("true");
    assertThat(hedge.text("/position_mode")).isEqualTo("dual");
    client.order(1000);
    client.order(-400);
    assertThat(position(Side.LONG).size()).isEqualTo(1000);
    assertThat(position(Side.SHORT).size()).isEqualTo(-400);
    assertThat(trading.state().account().positionMargin())
        .isEqualByComparingTo(position(Side.LONG).margin().add(position(Side.SHORT).margin()));

    client.order(
        "{\"contract\":\"BTC_USDT\",\"size\":-300,\"price\":\"0\",\"tif\":\"ioc\",\"reduce_only\":true}");
    assertThat(position(Side.LONG).size()).isEqualTo(700);
    assertThat(position(Side.SHORT).size()).isEqualTo(-400);

    Answer closed = client.order(closing("close_short"));
    assertThat(closed.status()).isEqualTo(201);
    assertThat(closed.text("/auto_size")).isEqualTo("close_short");
    assertThat(position(Side.SHORT).isFlat()).isTrue();
    assertThat(position(Side.LONG).size()).isEqualTo(700);
    assertRefused(client.order(closing("close_short")), 400, "POSITION_EMPTY", "close");
    assertRefused(
        client.order(
            "{\"contract\":\"BTC_USDT\",\"size\":0,\"price\":\"0\",\"tif\":\"ioc\",\"close\":true}"),
        400,
        "INVALID_PARAM_VALUE",
        "auto_size");
  }

  @Test
  void bothLeveragesChangeThoughTheirEntriesFallTogether() throws Exception {
    client.dualMode(true);
    client.order(1000);
    client.order(-400);
    Environment given = venue.environment(Map.of());
    Placing unlucky =
        new Placing(
            venue,
            new OrderPlacement(
                new Environment(
                    given.variables(),
                    given.dynamoDb(),
                    given.wallTime(),
                    given.venueTime(),
                    () -> 0)));
    trading.tick("1001");
    assertThat(unlucky.dual("leverage", "leverage=5").status()).isEqualTo(200);
    assertThat(position(Side.LONG).leverage()).isEqualTo(5);
    assertThat(position(Side.SHORT).leverage()).isEqualTo(5);
  }

  @Test
  void theModeChangesOnlyWhenNothingIsOpen() throws Exception {
    assertRefused(client.dualMode(false), 400, "NO_CHANGE", "dual_mode");
    String order = client.limit(10, "900", "gtc").text("/id");
    assertRefused(client.dualMode(true), 400, "ORDER_PENDING", "dual_mode");
    client.cancelOrder(order);
    client.order(10);
    assertRefused(client.dualMode(true), 400, "POSITION_HOLDING", "dual_mode");
    client.order(-10);
    assertThat(client.dualMode(true).status()).isEqualTo(200);
    client.order(-10);
    assertRefused(client.dualMode(false), 400, "POSITION_HOLDING", "dual_mode");
    client.order(closing("close_short"));
    assertThat(client.dualMode(false).status()).isEqualTo(200);
  }

  @Test
  void leverageIsSetForBothSidesOrForNeither() throws Exception {
    assertRefused(client.dual("leverage", "leverage=5"), 400, "POSITION_DUAL_MODE", "contract");
    client.dualMode(true);
    client.order(1000);
    client.order(-400);
    Answer set = client.dual("leverage", "leverage=5");
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.text("/0/mode")).isEqualTo("dual_long");
    assertThat(set.text("/1/mode")).isEqualTo("dual_short");
    assertThat(position(Side.LONG).leverage()).isEqualTo(5);
    assertThat(position(Side.SHORT).leverage()).isEqualTo(5);
    assertThat(position(Side.SHORT).margin()).isBetween(number("80"), number("81"));

    client.order(-40_000);
    BigDecimal before = position(Side.LONG).margin();
    assertRefused(client.dual("leverage", "leverage=1"), 400, "INSUFFICIENT_AVAILABLE", "leverage");
    assertThat(position(Side.LONG).leverage()).isEqualTo(5);
    assertThat(position(Side.LONG).margin()).isEqualByComparingTo(before);
  }

  @Test
  void marginIsAddedToTheSideThatIsNamed() throws Exception {
    client.dualMode(true);
    client.order(1000);
    client.order(-400);
    BigDecimal before = position(Side.SHORT).margin();
    assertRefused(client.dual("margin", "change=5"), 400, "MISSING_REQUIRED_PARAM", "dual_side");
    assertThat(client.dual("margin", "change=5&dual_side=dual_short").status()).isEqualTo(200);
    assertThat(position(Side.SHORT).margin()).isEqualByComparingTo(before.add(number("5")));
    assertRefused(client.margin("5"), 400, "POSITION_DUAL_MODE", "contract");
  }

  @Test
  void aLimitOrderAddsToItsSideAndAReduceOnlyOneGoesWithItsPosition() throws Exception {
    client.dualMode(true);
    client.order(1000);
    client.order(-400);
    String reducing =
        client
            .order(
                "{\"contract\":\"BTC_USDT\",\"size\":-100,\"price\":\"1100\",\"tif\":\"gtc\",\"reduce_only\":true}")
            .text("/id");
    client.limit(-50, "1010", "gtc");
    client.order(closing("close_long"));
    assertThat(trading.ended(Long.parseLong(reducing)).end().name()).isEqualTo("POSITION_CLOSED");
    trading.tick("1012");
    client.order(closing("close_short"));
    assertThat(trading.state().resting()).isEmpty();
    assertThat(position(Side.SHORT).isFlat()).isTrue();
  }

  @Test
  void whileNothingFillsOneLegOfAHedgeDoesNotGoAlone() throws Exception {
    client.dualMode(true);
    client.order(1000);
    client.order(-1000);
    trading.degraded();
    assertRefused(client.order(closing("close_short")), 503, "TOO_BUSY", "size");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void whileNothingFillsTheLargerLegMayBeReducedToTheOther() throws Exception {
    client.dualMode(true);
    client.order(1000);
    client.order(-400);
    trading.degraded();
    Answer waits =
        client.order(
            "{\"contract\":\"BTC_USDT\",\"size\":-600,\"price\":\"0\",\"tif\":\"ioc\",\"reduce_only\":true}");
    assertThat(waits.status()).isEqualTo(201);
    trading.tick("1001");
    client.order(1);
    assertThat(position(Side.LONG).size()).isEqualTo(401);
  }

  @Test
  void bothFlatPositionsBecomeCrossOrNeither() throws Exception {
    client.dualMode(true);
    Answer cross = dualCrossMode("CROSS");
    assertThat(cross.status()).isEqualTo(200);
    assertThat(cross.text("/0/leverage")).isEqualTo("0");
    assertThat(cross.text("/1/leverage")).isEqualTo("0");
    assertThat(position(Side.LONG).cross()).isTrue();
    assertThat(position(Side.SHORT).cross()).isTrue();

    client.order(-400);
    assertRefused(dualCrossMode("ISOLATED"), 400, "POSITION_HOLDING", "mode");
    assertThat(position(Side.LONG).cross()).isTrue();
  }

  @Test
  void aRiskLimitIsAnsweredWithBothPositions() throws Exception {
    client.dualMode(true);
    client.order(400);
    String limit =
        Samples.market().contract().tiers().tiers().getFirst().riskLimit().toPlainString();
    Answer answer = client.dual("risk_limit", "risk_limit=" + limit);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/0/size")).isEqualTo("400");
    assertThat(answer.text("/1/size")).isEqualTo("0");
    assertRefused(client.dual("risk_limit", "risk_limit=1"), 400, "RISK_LIMIT_TOO_lOW", "at least");
  }

  private Answer dualCrossMode(String mode) throws Exception {
    return client.send(
        "POST /dual_comp/positions/cross_mode",
        Map.of(),
        "",
        "{\"mode\":\"" + mode + "\",\"contract\":\"BTC_USDT\"}");
  }
}
