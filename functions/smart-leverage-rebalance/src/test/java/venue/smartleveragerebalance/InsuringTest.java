package venue.smartleveragerebalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static venue.domain.Samples.number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.house.HouseBooks;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.function.Environment;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.store.HouseStore;
import venue.store.InterruptedClient;
import venue.store.MarketPage;
import venue.store.TestTables;
import venue.wire.Events;

/** Somebody holds units of the long fund for 8,000 USDT, and its insurance is looked at already. */
class InsuringTest {
  private static final String FUND = "BTC_USDT_LONG";
  private final TestVenue venue = new TestVenue();

  @BeforeEach
  void begin() {
    new TestTrading(venue).buyUnits(Side.LONG, "8000");
    minute();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Tick tick(String price, int seconds) {
    MarketPage page = venue.markets().page("BTC_USDT").orElseThrow();
    Tick next = Samples.after(page.market(), page.tick().orElseThrow(), price, seconds);
    return venue.markets().append(next).inForce().orElseThrow();
  }

  private void minute() {
    minute(new SmartLeverageRebalance(venue.environment(Map.of())));
  }

  private void minute(SmartLeverageRebalance function) {
    try (var payload = Events.open("minute.json")) {
      function.handleRequest(payload, new ByteArrayOutputStream(), venue.context());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SmartLeverageRebalance interrupted(IntConsumer before) {
    Environment given = venue.environment(Map.of());
    return new SmartLeverageRebalance(
        new Environment(
            given.variables(),
            InterruptedClient.around(given.dynamoDb(), before),
            given.wallTime(),
            given.venueTime(),
            given.random()));
  }

  private HouseBooks books() {
    return HouseBooks.of(
        new HouseStore(venue.counting().client(), TestTables::name).shards("BTC_USDT", 2));
  }

  private Fund fund() {
    return venue.markets().page("BTC_USDT").orElseThrow().fund(Side.LONG).orElseThrow();
  }

  /** Half of 2 % a year on the units. */
  private BigDecimal ofAnHour() {
    return books().unitsOf(fund()).multiply(number("0.00000114155"));
  }

  @Test
  void feedsThePotOnceAnHour() {
    BigDecimal cash = books().cash();
    tick("1000", 3_600);
    minute();
    minute();
    BigDecimal pot = books().potOf(FUND);
    assertThat(pot).isBetween(ofAnHour(), ofAnHour().multiply(number("1.0001")));
    assertThat(books().cash()).isEqualByComparingTo(cash.subtract(pot));
    assertThat(books().potOf("BTC_USDT_SHORT")).isZero();
  }

  @Test
  void twoAtOnceFeedItOnce() {
    tick("1000", 3_600);
    minute(
        interrupted(
            transaction -> {
              if (transaction == 1) {
                minute();
              }
            }));
    assertThat(books().potOf(FUND)).isLessThan(ofAnHour().multiply(number("1.5")));
  }

  @Test
  void thePotOfAWipedFundPaysTheHouseOnceHoweverOftenItIsLookedAt() {
    tick("1000", 3_600);
    minute();
    BigDecimal pot = books().potOf(FUND);
    assertThat(pot).isPositive();
    BigDecimal cash = books().cash();
    tick("100", 5);
    SmartLeverageRebalance stopped =
        interrupted(
            transaction -> {
              if (transaction == 2) {
                throw new InterruptedClient.Stopped();
              }
            });
    assertThatThrownBy(() -> minute(stopped)).isInstanceOf(IllegalStateException.class);
    assertThat(fund().series()).isEqualTo(2);
    assertThat(books().potOf(FUND)).isEqualByComparingTo(pot);
    minute();
    minute();
    assertThat(books().potOf(FUND)).isZero();
    assertThat(books().cash()).isEqualByComparingTo(cash.add(pot));
  }
}
