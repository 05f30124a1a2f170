package venue.local.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Venue time: it stands where it is put until it is set going, then it runs at its speed. */
public final class RunningClock implements InstantSource {
  private final double speed;
  private final InstantSource wall;
  private volatile Instant start;
  private volatile @Nullable Instant wallStart;

  public RunningClock(Instant start, double speed, InstantSource wall) {
    this.start = start;
    this.speed = speed;
    this.wall = wall;
  }

  /** Puts the clock, while it stands, at another moment. */
  void moveTo(Instant moment) {
    start = moment;
  }

  /** Sets the clock going. */
  public void begin() {
    wallStart = wall.instant();
  }

  @Override
  public Instant instant() {
    Instant begun = wallStart;
    if (begun == null) {
      return start;
    }
    double elapsed = Duration.between(begun, wall.instant()).toNanos();
    return start.plusNanos((long) (elapsed * speed));
  }

  /** How long it takes, by the wall clock, until venue time reaches a moment. */
  public Duration wallTimeUntil(Instant venueTime) {
    double nanos = Duration.between(instant(), venueTime).toNanos();
    return Duration.ofNanos((long) Math.ceil(nanos / speed));
  }
}
