package venue.simulation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.simulation.attack.AttackedVenue.BTC;
import static venue.simulation.attack.AttackedVenue.done;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitQuote;
import venue.simulation.request.Answer;

/**
 * An attacker reads what the venue publishes of its funds: quotes, action prices, jumps that are
 * not confirmed yet. Somebody else holds units for a tenth of the house's money.
 */
class UnitsAndPublishedFiguresTest {
  private static final String LONG = BTC + "_LONG";
  // Half the spread and the fee of 1,250 USDT of exposure, there and back, are 1.5.
  private static final BigDecimal COST = number("-1.4");
  private final AttackedVenue venue = new AttackedVenue();
  private final long holder = venue.join("200000");
  private final long attacker = venue.join("10000");

  @BeforeEach
  void tick() {
    venue.pass(Duration.ofSeconds(5));
    venue.tick("1000");
    done(buy(holder, LONG, "100000"));
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer buy(long account, String product, String amount) {
    return venue.ask(account, venue.requests.buy(account, product, number(amount)).call());
  }

  private Answer sellAll(long account, String product) {
    return venue.ask(account, venue.requests.sell(account, product, BigDecimal.ONE).call());
  }

  private void next(String... prices) {
    for (String price : prices) {
      venue.pass(Duration.ofSeconds(5));
      venue.tick(price);
    }
  }

  private Fund fund() {
    return venue.fund(Side.LONG);
  }

  private UnitQuote quote() {
    return Samples.done(
        UnitQuote.of(
            new UnitOrder.Buy(LONG, number("1000"), Optional.empty()),
            venue.market(),
            fund(),
            venue.tick(),
            venue.tick().time()));
  }

  /** Quotes are taken at each tick; only one from which the price has risen is used. */
  @Test
  void aQuoteThatHasBecomeGoodIsNotHonoured() {
    UnitQuote before = quote();
    next("1004");
    done(buy(attacker, LONG, "1000"));
    assertThat(venue.unitFill(attacker).unitPrice()).isGreaterThan(before.unitPrice());
    done(sellAll(attacker, LONG));
    assertThat(venue.result(attacker)).isLessThan(COST);
  }

  @Test
  void anOrderBoundToAQuoteIsExecutedAtItsTicksPriceOrNotAtAll() {
    UnitQuote before = quote();
    next("1004");
    String limit = before.unitPrice().toPlainString();
    assertThat(
            venue
                .ask(attacker, venue.requests.buy(attacker, LONG, number("1000"), limit).call())
                .label())
        .isEqualTo("PRICE_TOO_DEVIATED");
    next("998");
    done(venue.ask(attacker, venue.requests.buy(attacker, LONG, number("1000"), limit).call()));
    assertThat(venue.unitFill(attacker).unitPrice()).isLessThan(before.unitPrice());
    done(sellAll(attacker, LONG));
    assertThat(venue.result(attacker)).isLessThan(COST);
  }

  /**
   * The fund's cut sells, and with it goes the skew; the attacker sells before it and buys back.
   */
  @ParameterizedTest
  @ValueSource(longs = {-1000, 1000, -100, 100})
  void futuresAroundAnActionPriceWinNothingByTheFundsTrade(long size) {
    next("800", "800", "640", "640", "560", "560");
    BigDecimal skew = venue.tick().skew();
    long rebalances = fund().rebalances();
    venue.trade(attacker, size);
    next("555", "555.1");
    assertThat(fund().rebalances()).isGreaterThan(rebalances);
    next("560", "560");
    BigDecimal own = venue.market().contract().base(size);
    assertThat(venue.tick().skew().subtract(own)).as("skew without it").isLessThan(skew);
    venue.close(attacker);
    System.out.printf(
        "%d contracts around the fund's cut, back at the same price: %s USDT%n",
        size, venue.result(attacker).setScale(4, RoundingMode.HALF_EVEN));
    assertThat(venue.result(attacker)).isNegative();
  }

  @Test
  void nobodyTradesBetweenAJumpThatWipesAFundAndTheWipe() {
    done(buy(attacker, LONG, "1000"));
    venue.pass(Duration.ofSeconds(5));
    venue.tick("150");
    List<Answer> tried =
        List.of(
            buy(attacker, BTC + "_SHORT", "1000"),
            buy(attacker, LONG, "1000"),
            venue.ask(attacker, venue.requests.order(attacker, BTC, -1000).call()));
    assertThat(tried).extracting(Answer::label).containsOnly("TOO_BUSY");
    done(sellAll(attacker, LONG));
    next("150", "150");
    assertThat(fund().series()).isEqualTo(2);
    assertThat(venue.result(attacker)).isEqualByComparingTo("-1000");
  }

  @Test
  void unitsOfAWipedSeriesAreWorthNothingAndTakeNothingFromTheNext() {
    next("150", "150", "150");
    assertThat(fund().series()).isEqualTo(2);
    assertThat(sellAll(holder, LONG).label()).isEqualTo("POSITION_EMPTY");
    BigDecimal before = venue.result(holder);
    done(buy(holder, LONG, "1000"));
    done(buy(attacker, LONG, "1000"));
    done(sellAll(holder, LONG));
    done(sellAll(attacker, LONG));
    assertThat(venue.result(holder).subtract(before)).isNegative();
    assertThat(venue.result(attacker)).isNegative();
    assertThat(venue.result(holder)).isGreaterThan(number("-100100"));
  }
}
