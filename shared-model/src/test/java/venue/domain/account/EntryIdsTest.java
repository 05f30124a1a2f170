package venue.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryIdsTest {
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123Z");

  @Test
  void theIdsOfAMillisecondAreARange() {
    long first = EntryIds.first(TIME);
    long last = EntryIds.last(TIME);
    assertThat(last - first).isEqualTo(4_095);
    assertThat(EntryIds.time(first)).isEqualTo(TIME);
    assertThat(EntryIds.time(last)).isEqualTo(TIME);
    assertThat(EntryIds.first(TIME.plusMillis(1))).isEqualTo(last + 1);
  }

  @Test
  void anIdKeepsItsLowBitsInAnotherMillisecond() {
    long id = EntryIds.first(TIME) + 77;
    assertThat(EntryIds.at(TIME.plusMillis(5), id))
        .isEqualTo(EntryIds.first(TIME.plusMillis(5)) + 77);
  }

  @Test
  void timesThatIdsCannotHoldAreTheNearestTheyCan() {
    assertThat(EntryIds.first(Instant.parse("1990-01-01T00:00:00Z"))).isZero();
    assertThat(EntryIds.last(Instant.parse("2500-01-01T00:00:00Z"))).isEqualTo((1L << 53) - 1);
  }

  @Test
  void aRangeOfTimeIsARangeOfIds() {
    IdRange range = IdRange.between(Optional.of(TIME), Optional.of(TIME.plusMillis(1)));
    assertThat(range.first()).isEqualTo(EntryIds.first(TIME));
    assertThat(range.last()).isEqualTo(EntryIds.last(TIME.plusMillis(1)));
    assertThat(range.and(IdRange.below(range.first())).isEmpty()).isTrue();
    assertThat(IdRange.between(Optional.empty(), Optional.empty())).isEqualTo(IdRange.ALL);
  }
}
