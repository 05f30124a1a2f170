package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.account.Account;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/** An account with 500 USDT that is long 1 base at 1000 in each of two markets. */
class CrossBoxTest {
  private static final Market FIRST = Samples.market();
  private static final Market SECOND = Samples.market("ETH_USDT", "1000");
  private static final Tick FIRST_TICK = Samples.tick(FIRST, "1000");
  private static final CrossLeg SECOND_LEG = leg(SECOND, Samples.tick(SECOND, "1000"));

  private static CrossLeg leg(Market market, Tick tick) {
    Position held = CrossSamples.position(market.contract(), 1000, number("1000"), BigDecimal.ZERO);
    return new CrossLeg(held, market, tick);
  }

  private static List<CrossLeg> legs(String first) {
    Tick tick = first.equals("1000") ? FIRST_TICK : Samples.after(FIRST, FIRST_TICK, first, 5);
    return List.of(leg(FIRST, tick), SECOND_LEG);
  }

  private static Account drawn() {
    Account account = Samples.account("500");
    return account.withCross(CrossBox.around(account.free(), legs("1000")));
  }

  private static CrossBox afterADeposit(String cash, List<CrossLeg> legs) {
    Account before = drawn();
    return CrossBox.after(
            before, before.transferred(number(cash)), Optional.empty(), Optional.empty(), legs)
        .orElseThrow();
  }

  private static LegTrigger trigger(CrossBox box) {
    return Objects.requireNonNull(box.triggers().get(Slot.single(FIRST.name())));
  }

  @Test
  void keepsItsTriggersWhileTheReserveLastsAndTheLegsAreWithinThem() {
    CrossBox before = drawn().cross().orElseThrow();
    assertThat(trigger(before).isCrossedBy(legs("999").getFirst().leg())).isFalse();
    CrossBox after = afterADeposit("10", legs("999"));
    assertThat(after.triggers()).isEqualTo(before.triggers());
    assertThat(after.seen()).containsEntry(FIRST.name(), 2L);
  }

  @Test
  void isDrawnAnewWhereALegStandsBeyondItsTrigger() {
    CrossBox before = drawn().cross().orElseThrow();
    List<CrossLeg> fallen = legs("700");
    assertThat(trigger(before).isCrossedBy(fallen.getFirst().leg())).isTrue();
    CrossBox after = afterADeposit("10", fallen);
    assertThat(trigger(after).isCrossedBy(fallen.getFirst().leg())).isFalse();
    assertThat(after).isEqualTo(CrossBox.around(number("510"), fallen).orElseThrow());
  }
}
