package venue.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.function.Advancing;
import venue.function.Deleveraging;
import venue.function.TestCrowd;
import venue.function.TestVenue;
import venue.wire.json.Json;
import venue.wire.json.JsonText;

class DeleverageAuditTest {
  private static final long ISOLATED = 20_000_001;
  private static final long CROSS = 20_000_002;
  private static final long SHORT = 20_000_003;
  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  private static void holds(TestCrowd crowd, long account, boolean cross, long size) {
    crowd.join(account, "1000");
    crowd.leverage(account, 20, cross);
    crowd.buy(account, size);
  }

  @Test
  void theBooksHoldThroughLiquidationSpentInsuranceAndDeleveraging() throws Exception {
    TestCrowd crowd = new TestCrowd(venue, "400", "1");
    holds(crowd, ISOLATED, false, 1000);
    holds(crowd, CROSS, true, 3000);
    holds(crowd, SHORT, false, -1000);
    crowd.tick("1100");
    new Advancing(venue.environment(Map.of())).advance(SHORT);
    new Deleveraging(venue.environment(Map.of()))
        .run(TestCrowd.MARKET, venue.context().getLogger());
    assertThat(crowd.position(SHORT).isFlat()).isTrue();
    assertThat(crowd.deleveraged(ISOLATED)).hasSize(1);
    assertThat(crowd.deleveraged(CROSS)).hasSize(1);

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BookAudit(venue.environment(Map.of()))
        .handleRequest(new ByteArrayInputStream("{}".getBytes(UTF_8)), out, venue.context());
    Json report = Json.parse(out.toString(UTF_8));
    assertThat(report.at("/state")).contains(new JsonText("holds"));
  }
}
