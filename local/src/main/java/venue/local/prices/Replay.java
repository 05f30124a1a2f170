package venue.local.prices;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recordings moved together to the present: the moment at which all of them have begun falls on the
 * venue's start.
 */
public final class Replay {
  private final List<Recording> recordings;
  private final Duration shift;

  public Replay(List<Recording> recordings, Instant venueStart) {
    this.recordings = List.copyOf(recordings);
    Instant commonStart =
        recordings.stream()
            .map(recording -> recording.first().time())
            .max(Comparator.naturalOrder())
            .orElse(venueStart);
    this.shift = Duration.between(commonStart, venueStart);
  }

  /** What the source says of a market: a price, and the moment for which it says it. */
  public record Answer(BigDecimal price, Instant time) {}

  public List<String> markets() {
    return recordings.stream().map(Recording::market).toList();
  }

  /** The venue time at which the last of the recordings ends. */
  public Instant end() {
    return recordings.stream()
        .map(recording -> recording.last().time().plus(shift))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** The answer at a venue time; after the end of the recording it keeps the last record's time. */
  public Optional<Answer> answer(String market, Instant now) {
    return recordings.stream()
        .filter(recording -> recording.market().equals(market))
        .findFirst()
        .map(recording -> answer(recording, now));
  }

  private Answer answer(Recording recording, Instant now) {
    Instant end = recording.last().time().plus(shift);
    BigDecimal price = recording.at(now.minus(shift)).price();
    return new Answer(price, now.isAfter(end) ? end : now);
  }
}
