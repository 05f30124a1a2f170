package venue.liquidationsweep;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.futures.CrossBox;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Slot;
import venue.function.TestVenue;
import venue.store.OrderReading;
import venue.wire.gate.LiquidationJson;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;

class CrossAccountTest extends CrossAccount {

  @Test
  void theProfitOfOnePositionBearsTheLossOfTheOther() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, -50_000));
    tick(BTC, "780");
    sweep();
    assertThat(liquidations()).isEmpty();
    tick(ETH, "780");
    sweep();
    assertThat(liquidations()).isEmpty();
    assertThat(size(BTC)).isEqualTo(50_000);
  }

  @Test
  void anAccountWhoseCashNoLongerBearsTheLossIsReducedAndNoMoreThanNeeded() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "905");
    tick(ETH, "905");
    sweep();
    assertThat(liquidations()).isNotEmpty();
    assertThat(liquidations())
        .allMatch(fill -> fill.equity().compareTo(fill.maintenance()) <= 0)
        .anyMatch(fill -> fill.beside().size() == 1);
    assertThat(size(BTC) + size(ETH)).isBetween(1L, 99_999L);
    assertThat(account().available()).isPositive();
    int done = liquidations().size();
    sweep();
    assertThat(liquidations()).hasSize(done);
  }

  @Test
  void ticksOfTwoMarketsTakeEffectInTheOrderInWhichTheyWereStored() throws IOException {
    trade(ETH, Samples.order(ETH, 100_000));
    limit(BTC, 1_000, "950");
    BigDecimal before = account().free();
    tick(ETH, "905");
    tick(BTC, "905");
    sweep();
    assertThat(liquidations().getLast().margin()).isEqualByComparingTo(before);
  }

  @Test
  void anAccountWithADegradedMarketGoesOnWithItsOtherOne() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "805");
    degrade(ETH);
    tick(BTC, "800");
    tick(ETH, "800");
    sweep();
    assertThat(liquidations()).isNotEmpty();
    assertThat(liquidations())
        .filteredOn(fill -> fill.market().equals(BTC) && fill.price().compareTo(number("805")) == 0)
        .flatExtracting(LiquidationFill::beside)
        .isNotEmpty()
        .allMatch(beside -> beside.tick() == 2 && beside.price().compareTo(number("1000")) == 0);
  }

  @Test
  void whatIsShownOfItsLiquidationAddsUpToItsEquity() throws Exception {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "805");
    tick(ETH, "805");
    tick(BTC, "800");
    tick(ETH, "800");
    sweep();
    JsonObject shown = LiquidationJson.of(liquidations().getLast());
    BigDecimal size = value(shown, "/size").movePointLeft(3);
    BigDecimal result =
        size.multiply(value(shown, "/mark_price").subtract(value(shown, "/entry_price")));
    assertThat(value(shown, "/leverage")).isZero();
    assertThat(value(shown, "/cross_leverage_limit")).isPositive();
    assertThat(value(shown, "/margin").add(result).add(value(shown, "/beside/0/result")))
        .isCloseTo(value(shown, "/equity"), Offset.offset(number("0.000001")));
    assertThat(value(shown, "/equity")).isLessThanOrEqualTo(value(shown, "/maintenance_margin"));
  }

  private static BigDecimal value(JsonObject shown, String pointer) {
    return shown.at(pointer).flatMap(Json::decimal).orElseThrow();
  }

  @Test
  void aMarketThatDoesNotTickIsNotWaitedForLongerThanThreeTicks() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, -50_000));
    tick(BTC, "780");
    tick(BTC, "779");
    sweep();
    assertThat(liquidations()).isEmpty();
    tick(BTC, "778");
    sweep();
    assertThat(liquidations()).isNotEmpty().allMatch(fill -> fill.market().equals(BTC));
    assertThat(size(ETH)).isEqualTo(-50_000);
  }

  @Test
  void ticksThatComeEachSecondDoNotTearAHedgeWhoseOtherMarketTicksAtItsOwnPace()
      throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, -50_000));
    for (String price : List.of("780", "779", "778", "777")) {
      tick(BTC, price, 1);
    }
    sweep();
    assertThat(liquidations()).isEmpty();
  }

  @Test
  void nobodyPutsOffBeingJudgedByTouchingTheAccountBetweenTwoTicks() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "905");
    trade(ETH, Samples.reducing(ETH, -1));
    tick(ETH, "905");
    sweep();
    assertThat(liquidations()).isNotEmpty();
  }

  @Test
  void whoIsDueAtATickThoughAnOrderReducedThereIsLiquidatedAtThatTick() throws IOException {
    trade(BTC, Samples.order(BTC, 90_000));
    waiting(BTC, -1);
    tick(BTC, "890");
    sweep();
    assertThat(size(BTC)).isLessThan(89_999);
    assertThat(liquidations()).isNotEmpty().allMatch(fill -> fill.tick() == 2);
  }

  @Test
  void whatNoCashCoversTheInsurancePaysAndNobodyOwes() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "600");
    tick(ETH, "600");
    sweep();
    assertThat(size(BTC)).isZero();
    assertThat(size(ETH)).isZero();
    assertThat(account().cash()).isEqualByComparingTo("0");
    assertThat(account().cross()).isEmpty();
    assertThat(liquidations()).anyMatch(fill -> fill.uncovered().signum() > 0);
  }

  @Test
  void aPriceThatLeavesTheBoxHasItDrawnAgainAndWithinItNobodyLooks() throws IOException {
    trade(BTC, Samples.order(BTC, 20_000));
    trade(ETH, Samples.order(ETH, 20_000));
    CrossBox drawn = account().cross().orElseThrow();
    tick(BTC, "990");
    tick(ETH, "990");
    sweep();
    assertThat(account().cross()).contains(drawn);

    tick(BTC, "600");
    tick(ETH, "1400");
    sweep();
    assertThat(liquidations()).isEmpty();
    CrossBox next = account().cross().orElseThrow();
    assertThat(next.triggers()).isNotEqualTo(drawn.triggers());
    assertThat(next.reserve().amount()).isPositive();
    assertThat(next.seen()).containsEntry(BTC, 3L).containsEntry(ETH, 3L);
  }

  @Test
  void isLiquidatedAtTheMomentItWasDueThoughPricesHaveComeBack() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "900");
    tick(ETH, "900");
    tick(BTC, "1000");
    tick(ETH, "1000");
    sweep();
    assertThat(liquidations()).isNotEmpty().allMatch(fill -> fill.tick() == 2);
  }

  @Test
  void whoIsDueAndWaitsForAPriceIsFoundAtTheNextOneThoughItIsBetter() throws IOException {
    trade(BTC, Samples.order(BTC, -100_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "1080");
    tick(ETH, "1000");
    sweep();
    assertThat(liquidations()).isEmpty();
    degrade(BTC);
    tick(ETH, "940");
    sweep();
    assertThat(liquidations()).isNotEmpty().allMatch(fill -> fill.market().equals(ETH));

    tick(BTC, "1079");
    sweep();
    assertThat(liquidations()).filteredOn(fill -> fill.market().equals(BTC)).isNotEmpty();
  }

  /** What a source says may be older than what another market's tick knew, and be known later. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isJudgedByWhatWasKnownWhenATickWasTakenWheneverItIsLookedAt(boolean atOnce)
      throws IOException {
    trade(BTC, Samples.order(BTC, 100_000));
    trade(ETH, Samples.order(ETH, 1_000));
    tick(BTC, "1000", 5);
    tick(ETH, "1000", 5);
    for (int second : List.of(3, 3)) {
      tick(BTC, "895", second);
      if (atOnce) {
        sweep();
      }
    }
    tickOfAnOlderPrice(ETH, "1000", TestVenue.NOW.plusMillis(7_500), TestVenue.NOW.plusSeconds(11));
    sweep();
    assertThat(liquidations())
        .isNotEmpty()
        .filteredOn(fill -> fill.market().equals(BTC))
        .isNotEmpty()
        .allMatch(fill -> fill.tick() == 4);
  }

  @Test
  void anUntouchedOrderOfAnotherMarketTakesNoMoreThanWhatTheLegsLeave() {
    trade(BTC, Samples.order(BTC, 50_000));
    OrderReading read = read(ETH);
    assertThat(
            Samples.refused(
                read.futuresDesk(
                        Slot.single(ETH),
                        2,
                        advancing.standing(state(), read.page()),
                        TestVenue.NOW)
                    .then(desk -> MarketOrder.execute(Samples.order(ETH, 200_000), ++id, desk))))
        .isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
    assertThat(account().cash()).isGreaterThan(number("9900"));
  }
}
