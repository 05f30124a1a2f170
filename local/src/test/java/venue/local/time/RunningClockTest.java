package venue.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunningClockTest {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.EPOCH);

  @Test
  void standsAtItsStartUntilItIsSetGoing() {
    RunningClock clock = new RunningClock(START, 60, wall::get);

    wall.set(Instant.EPOCH.plusSeconds(7));

    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void runsAtItsSpeed() {
    RunningClock clock = new RunningClock(START, 60, wall::get);
    clock.begin();

    wall.set(Instant.EPOCH.plusSeconds(7));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(420));
    assertThat(clock.wallTimeUntil(START.plusSeconds(480))).isEqualTo(Duration.ofSeconds(1));
  }
}
