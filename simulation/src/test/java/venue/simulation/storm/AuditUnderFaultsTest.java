package venue.simulation.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.simulation.fault.Coverage;
import venue.simulation.fault.Moment;
import venue.simulation.fault.Plan;

class AuditUnderFaultsTest {
  private static final int CALLS_MOST = 500;
  private static final String HOLDS = "{\"state\":\"holds\"";
  private final SimulatedVenue venue =
      new SimulatedVenue(new Setting(1, 5, 2, 0, 1), new Coverage());

  @AfterEach
  void close() {
    venue.close();
  }

  /** Wherever its process is gone, the next audit begins or goes on, and nothing is found. */
  @ParameterizedTest
  @EnumSource(Moment.class)
  void anAuditMayBeStoppedAtAnyCall(Moment moment) {
    venue.pass(Duration.ofSeconds(5));
    venue.prices.put("BTC_USDT", new BigDecimal("1001"), venue.now());
    venue.schedule(Function.TICKS);

    Optional<String> told = Optional.empty();
    int call = 0;
    while (told.isEmpty()) {
      call++;
      assertThat(call).isLessThan(CALLS_MOST);
      venue.invocations.follow(Plan.stopAt(call, moment));
      told = venue.audit();
      venue.invocations.follow(Plan.CALM);
      assertThat(venue.audit().orElseThrow()).startsWith(HOLDS);
    }
    assertThat(told.get()).startsWith(HOLDS);
    assertThat(call).isGreaterThan(10);
  }
}
