package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.market.OrderBook.Level;

class OrderBookTest {
  private static final BigDecimal TWELFTH = new BigDecimal("1e-12");

  @Test
  void walkingASideCostsWhatOneMarketOrderPaysToLessThanOneIntervalAContract() {
    Dice.forEach(
        600,
        dice -> {
          Market market = randomMarket(dice);
          Tick tick = randomTick(dice, market);
          Instant now = tick.time().plusMillis(dice.between(0, 10_000));
          BigDecimal interval =
              market.contract().priceStep().multiply(dice.oneOf(List.of(number("1"), number("5"))));
          OrderBook book = OrderBook.of(market, tick, interval, 20, now);
          walk(dice, book.asks(), 1, new Quote(market, tick, interval, now));
          walk(dice, book.bids(), -1, new Quote(market, tick, interval, now));
        });
  }

  private record Quote(Market market, Tick tick, BigDecimal interval, Instant now) {

    BigDecimal fill(long size) {
      return FillPrice.of(market, tick, market.contract().base(size), BigDecimal.ZERO, now).price();
    }
  }

  private static void walk(Dice dice, List<Level> side, int direction, Quote quote) {
    BigDecimal cost = BigDecimal.ZERO;
    long taken = 0;
    for (Level level : side) {
      for (long part : List.of(1L, dice.between(1, level.size()), level.size())) {
        long size = taken + part;
        BigDecimal walked = cost.add(level.price().multiply(BigDecimal.valueOf(part)));
        BigDecimal filled = quote.fill(direction * size).multiply(BigDecimal.valueOf(size));
        BigDecimal worse = walked.subtract(filled).multiply(BigDecimal.valueOf(direction));
        BigDecimal rounded = quote.tick().price().multiply(TWELFTH);
        assertThat(worse)
            .as("%d contracts of %s", size, side)
            .isLessThan(quote.interval().multiply(BigDecimal.valueOf(size)))
            .isGreaterThan(
                quote
                    .market()
                    .contract()
                    .priceStep()
                    .add(rounded)
                    .multiply(BigDecimal.valueOf(-size)));
      }
      cost = cost.add(level.price().multiply(BigDecimal.valueOf(level.size())));
      taken += level.size();
    }
  }

  private static Market randomMarket(Dice dice) {
    Market usual = market("BTC_USDT", dice.magnitude(-3, 5, 6).toPlainString());
    FillRule rule =
        new FillRule(
            dice.between("0", "0.01", 6),
            dice.between("0", "3", 2),
            dice.magnitude(0, 8, 4).divide(usual.contract().priceStep()));
    return new Market(
        usual.contract(),
        rule,
        usual.funding(),
        usual.caps(),
        usual.solvency(),
        usual.fund(),
        usual.jumpBound(),
        usual.priceAgeMax(),
        usual.startingVolatility(),
        usual.createTime());
  }

  private static Tick randomTick(Dice dice, Market market) {
    BigDecimal price = market.contract().priceStep().multiply(dice.between("1", "900000", 3));
    BigDecimal skew = market.fill().skewScale().multiply(dice.between("-0.3", "0.3", 6));
    return new NextTick(market, skew, 10).good(Optional.empty(), price, START);
  }

  @Test
  void pricesWorsenStrictlyAndBuyersStartAboveSellers() {
    Dice.forEach(
        200,
        dice -> {
          Market market = randomMarket(dice);
          Tick tick = randomTick(dice, market);
          OrderBook book = OrderBook.of(market, tick, market.contract().priceStep(), 20, START);
          assertThat(book.asks()).isNotEmpty();
          for (int i = 1; i < book.asks().size(); i++) {
            assertThat(book.asks().get(i).price()).isGreaterThan(book.asks().get(i - 1).price());
          }
          for (int i = 1; i < book.bids().size(); i++) {
            assertThat(book.bids().get(i).price()).isLessThan(book.bids().get(i - 1).price());
          }
          if (!book.bids().isEmpty()) {
            assertThat(book.bids().getFirst().price())
                .isLessThanOrEqualTo(book.asks().getFirst().price());
            assertThat(book.bids().getLast().price()).isPositive();
          }
        });
  }

  @Test
  void theFirstLevelIsWhatOneContractFillsAtAndEachLevelIsOneStepWorse() {
    OrderBook book = OrderBook.of(market(), tick(market(), "1000"), number("0.01"), 3, START);
    assertThat(book.asks())
        .extracting(Level::price)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(number("1000.11"), number("1000.12"), number("1000.13"));
    assertThat(book.bids())
        .extracting(Level::price)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(number("999.89"), number("999.88"), number("999.87"));
  }

  @Test
  void contractsThatBalanceTheMarketHaveNoImpact() {
    Market market = market();
    Tick short100 =
        new NextTick(market, number("-100"), 100).good(Optional.empty(), number("1000"), START);
    OrderBook book = OrderBook.of(market, short100, number("0.01"), 2, START);
    assertThat(book.asks().getFirst().price()).isEqualByComparingTo("1000.1");
    assertThat(book.asks().getFirst().size()).isEqualTo(200_000);
  }

  @Test
  void aSideEndsAtTheLargestOrder() {
    Market market = market();
    OrderBook book = OrderBook.of(market, tick(market, "1000"), number("100"), 20, START);
    assertThat(book.asks()).containsExactly(new Level(number("1100"), market.contract().sizeMax()));
  }

  @Test
  void nothingIsOfferedAtAPriceThatNothingFillsAt() {
    Market market = market();
    Tick good = tick(market, "1000");
    BigDecimal step = market.contract().priceStep();
    Instant late = START.plusMillis(market.priceAgeMax().toMillis() + 1);
    assertThat(OrderBook.of(market, good, step, 10, late)).isEqualTo(OrderBook.EMPTY);
    Instant next = START.plusSeconds(5);
    Tick degraded = new NextTick(market, BigDecimal.ZERO, 0).degraded(good, next);
    assertThat(OrderBook.of(market, degraded, step, 10, next)).isEqualTo(OrderBook.EMPTY);
  }
}
