package venue.domain.advance;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.account.Account;
import venue.domain.account.RecentFills;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.futures.TimeInForce;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.Trigger;

/** Ticks at 1000, 900 and 1000 again. */
class LimitOrdersAdvanceTest {
  private static final Market MARKET = Samples.market();
  private static final Tick FIRST = Samples.tick(MARKET, "1000");
  private static final Tick FALLEN = Samples.after(MARKET, FIRST, "900", 5);
  private static final Tick BACK = Samples.after(MARKET, FALLEN, "1000", 5);
  private static final List<Tick> TICKS = List.of(FIRST, FALLEN, BACK);
  private static final FuturesExecution BOUGHT =
      done(MarketOrder.execute(Samples.order(MARKET.name(), 1000), 1, Samples.desk()));

  private static LimitOrder limit(long id, long size, String price) {
    Limit limit = new Limit(number(price), TimeInForce.GTC);
    return new LimitOrder(
        id,
        new FuturesOrder(MARKET.name(), size, false, false, Optional.of(limit), Optional.empty()),
        Trigger.of(limit, size, MARKET.fill().halfSpread()),
        BigDecimal.ZERO,
        FIRST.sequence(),
        Samples.START,
        Samples.START);
  }

  private static Standing standing(
      Account account, List<Position> positions, RestingOrder... resting) {
    return new Standing(
        account,
        positions,
        List.of(resting),
        Map.of(MARKET.name(), new Standing.MarketTick(MARKET, BACK)));
  }

  private static Standing flat(RestingOrder... resting) {
    return standing(Samples.account("10000"), List.of(), resting);
  }

  private static Standing held(RestingOrder... resting) {
    return standing(BOUGHT.account(), List.of(BOUGHT.position()), resting);
  }

  @Test
  void fillsAtTheTickAtWhichItsFillPriceWasWithinItsLimitThoughThePriceHasComeBack() {
    LimitOrder order = limit(9, 10, "901");
    assertThat(Advance.first(flat(order), TICKS)).contains(new Due.Fill(order, List.of(), FALLEN));
    assertThat(Advance.first(flat(limit(9, 10, "900")), TICKS)).isEmpty();
  }

  @Test
  void doesNotFillWhereImpactTakesItBeyondItsLimit() {
    BigDecimal skew = MARKET.fill().skewScale().divide(BigDecimal.TEN);
    Tick crowded =
        new NextTick(MARKET, skew, 1)
            .good(Optional.of(FIRST), number("900"), FIRST.time().plusSeconds(5));
    LimitOrder order = limit(9, 10, "901");
    assertThat(order.trigger().isMetBy(crowded.price())).isTrue();
    assertThat(Advance.first(flat(order), List.of(FIRST, crowded))).isEmpty();
  }

  @Test
  void whatTheAccountTradedAtTheTickCountsHoweverLongAgoThatWas() {
    LimitOrder order = limit(9, 10, "901");
    BigDecimal much = MARKET.fill().skewScale().divide(BigDecimal.TEN);
    Account traded =
        Samples.account("10000")
            .withFills(RecentFills.NONE.with(MARKET.name(), FALLEN.sequence(), much))
            .unseenAt(FALLEN);
    assertThat(Advance.first(standing(traded, List.of(), order), TICKS)).isEmpty();
  }

  @Test
  void atATickBeforeTheAccountsLastTradeItIsNotLookedAtAgain() {
    LimitOrder order = limit(9, 10, "901");
    Account traded =
        Samples.account("10000")
            .withFills(RecentFills.NONE.with(MARKET.name(), BACK.sequence(), BigDecimal.ONE));
    assertThat(Advance.first(standing(traded, List.of(), order), TICKS)).isEmpty();
  }

  @Test
  void whatReducesComesBeforeTheLiquidationOfItsTickAndWhatAddsAfterIt() {
    LimitOrder adds = limit(8, 10, "950");
    assertThat(Advance.first(held(adds), TICKS))
        .contains(new Due.Liquidated(BOUGHT.position(), List.of(), FALLEN));
    LimitOrder reduces = limit(9, -500, "880");
    assertThat(Advance.first(held(adds, reduces), TICKS))
        .contains(new Due.Fill(reduces, List.of(), FALLEN));
  }

  @Test
  void anOrderWhosePriceIsMetForLongWithoutAFillIsNotLookedAtFromItsBeginningForEver() {
    BigDecimal skew = MARKET.fill().skewScale().divide(BigDecimal.TEN);
    LimitOrder order = limit(9, 10, "901");
    List<Tick> ticks = new ArrayList<>(List.of(FIRST));
    for (int i = 0; i < 40; i++) {
      Tick last = ticks.getLast();
      ticks.add(
          new NextTick(MARKET, skew, 1)
              .good(Optional.of(last), number("900"), last.time().plusSeconds(5)));
      Standing standing =
          new Standing(
              Samples.account("10000"),
              List.of(),
              List.of(order),
              Map.of(MARKET.name(), new Standing.MarketTick(MARKET, ticks.getLast())));
      Optional<Due> due = Advance.first(standing, ticks);
      if (due.isPresent()) {
        assertThat(due).contains(new Due.Looked(order, ticks.getLast()));
        order = order.lookedAt(ticks.getLast().sequence());
      }
      assertThat(ticks.getLast().sequence() - standing.from(order)).isLessThan(16);
    }
    assertThat(order.tick()).isGreaterThan(FIRST.sequence());
  }

  @Test
  void anOrderThatTurnsThePositionAddsRisk() {
    assertThat(held(limit(9, -1000, "880")).adding(MARKET.name())).isEmpty();
    LimitOrder turns = limit(9, -1001, "880");
    assertThat(held(turns).adding(MARKET.name())).containsExactly(turns);
  }

  @Test
  void aPriceFromBeforeItCameDoesNotFillItThoughItIsTickedLater() {
    Tick old = Samples.after(MARKET, FIRST, "900", 2);
    LimitOrder order = limit(9, 10, "901");
    LimitOrder later =
        new LimitOrder(
            order.id(),
            order.order(),
            order.trigger(),
            order.margin(),
            order.tick(),
            old.time().plusSeconds(1),
            old.time().plusSeconds(1));
    assertThat(Advance.first(flat(later), List.of(FIRST, old))).isEmpty();
  }
}
