package venue.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Instant START = Instant.ofEpochSecond(1_000);

  private final Timetable timetable = new Timetable();
  private final List<String> done = new ArrayList<>();

  private void add(String name, int seconds) {
    timetable.add(START.plusSeconds(seconds), () -> done.add(name));
  }

  private void runUntil(int seconds) {
    boolean more = true;
    while (more) {
      more = timetable.runFirstDue(START.plusSeconds(seconds));
    }
  }

  @Test
  void doesWhatIsDueInTheOrderOfVenueTimeThenOfArrival() {
    add("third", 5);
    add("first", 1);
    add("fourth", 5);
    add("second", 3);

    runUntil(10);

    assertThat(done).containsExactly("first", "second", "third", "fourth");
  }

  @Test
  void leavesWhatIsNotDue() {
    add("now", 1);
    add("later", 2);

    runUntil(1);

    assertThat(done).containsExactly("now");
    assertThat(timetable.earliest()).contains(START.plusSeconds(2));
  }

  @Test
  void doesWhatWorkAddsBeforeWhatIsDueLater() {
    timetable.add(START.plusSeconds(1), () -> add("added", 2));
    add("last", 3);

    runUntil(10);

    assertThat(done).containsExactly("added", "last");
  }

  @Test
  void holdsTheClockAtWhatIsBeingDone() {
    HeldClock clock = new HeldClock(() -> START.plusSeconds(100), timetable);
    List<Instant> seen = new ArrayList<>();
    timetable.add(START.plusSeconds(1), () -> seen.add(clock.instant()));
    timetable.add(START.plusSeconds(2), () -> seen.add(clock.instant()));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    runUntil(100);

    assertThat(seen).containsExactly(START.plusSeconds(1), START.plusSeconds(2));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(100));
  }
}
