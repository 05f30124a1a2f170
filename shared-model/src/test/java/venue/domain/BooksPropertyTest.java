package venue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.closing;
import static venue.domain.Samples.number;
import static venue.domain.Samples.reducing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import venue.domain.futures.ClosedPosition;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Realised;
import venue.domain.history.AccountEvent;
import venue.domain.history.BookRow;

/** Whatever a user does at whatever prices, the books balance to the last digit. */
class BooksPropertyTest {
  private static final List<String> PRICES = List.of("1000", "91234.5", "0.00003712", "2.5");

  @Test
  void everySequenceOfRequestsLeavesTheBooksBalanced() {
    TreeMap<String, Integer> accepted = new TreeMap<>();
    Dice.forEach(
        400,
        dice -> {
          Books books = Books.open(dice.oneOf(PRICES));
          for (int step = 0; step < 60; step++) {
            String kind = request(books, dice);
            accepted.merge(kind, 1, Integer::sum);
            books.check();
          }
          closeEverything(books);
        });
    assertThat(accepted.keySet())
        .contains(
            "order", "reduce", "close", "leverage", "margin", "buy", "sell", "deposit", "withdraw")
        .contains("liquidation", "band");
    System.out.println("accepted: " + accepted);
  }

  @Test
  void everySequenceOfRequestsLeavesTheAccountBookAChainOfBalances() {
    Set<BookRow.Type> types = EnumSet.noneOf(BookRow.Type.class);
    Dice.forEach(
        200,
        dice -> {
          Books books = Books.open(dice.oneOf(PRICES));
          for (int step = 0; step < 60; step++) {
            request(books, dice);
          }
          BigDecimal balance = BigDecimal.ZERO;
          for (BookRow row :
              books.events().stream().map(BookRow::of).flatMap(List::stream).toList()) {
            assertThat(row.change()).isNotZero();
            balance = balance.add(row.change());
            assertThat(row.balance()).as(row.event().toString()).isEqualByComparingTo(balance);
            types.add(row.type());
          }
          assertThat(balance).isEqualByComparingTo(books.account.cash());
        });
    assertThat(types).containsExactly(BookRow.Type.values());
  }

  @Test
  void everyClosedPositionSaysWhatItsTradesCameTo() {
    AtomicInteger seen = new AtomicInteger();
    Dice.forEach(
        200,
        dice -> {
          Books books = Books.open(dice.oneOf(PRICES));
          for (int step = 0; step < 60; step++) {
            request(books, dice);
          }
          closeEverything(books);
          Realised realised = Realised.NONE;
          for (AccountEvent event : books.events()) {
            for (ClosedPosition closed : event.closing().stream().toList()) {
              seen.incrementAndGet();
              realised =
                  realised.plus(
                      closed.realised().trading(),
                      closed.realised().funding(),
                      closed.realised().fees());
            }
          }
          assertThat(realised.trading()).isEqualByComparingTo(booked(books, BookRow.Type.RESULT));
          assertThat(realised.funding()).isEqualByComparingTo(booked(books, BookRow.Type.FUNDING));
          assertThat(realised.fees()).isEqualByComparingTo(booked(books, BookRow.Type.FEE));
        });
    assertThat(seen).hasValueGreaterThan(400);
  }

  private static BigDecimal booked(Books books, BookRow.Type type) {
    return books.events().stream()
        .flatMap(event -> BookRow.of(event).stream())
        .filter(row -> row.type() == type)
        .filter(row -> row.event().instrument().filter(books.market.name()::equals).isPresent())
        .map(BookRow::change)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String request(Books books, Dice dice) {
    return switch (dice.between(0, 14)) {
      case 0, 1, 2 -> {
        move(books, dice);
        if (dice.chance(0.3) && books.toBand(side(dice))) {
          yield "band";
        }
        yield dice.chance(0.8) && books.sweep() ? "liquidation" : "tick";
      }
      case 3, 4, 5, 6 -> named("order", books.order(order(books, dice)));
      case 7 -> named("reduce", books.order(reducing(books.market.name(), size(books, dice))));
      case 8 ->
          dice.chance(0.3) ? named("close", books.order(closing(books.market.name()))) : "none";
      case 9 -> named("leverage", books.leverage(dice.oneOf(List.of(1, 2, 5, 10, 20, 50, 100))));
      case 13 -> named("margin", books.margin(dice.between("-200", "300", dice.between(0, 12))));
      case 10 ->
          named("buy", books.buy(side(dice), dice.between("1", "3000", dice.between(0, 12))));
      case 11 -> named("sell", books.sell(side(dice), dice.between("0.0001", "1", 6)));
      case 12 ->
          dice.chance(0.5)
              ? named("deposit", books.deposit(dice.between("0.01", "1000", 12)))
              : named("withdraw", books.withdraw(dice.between("0.01", "1000", 12)));
      default -> {
        books.rebalance(side(dice), dice.between("1", "3", 3));
        yield "rebalance";
      }
    };
  }

  private static String named(String kind, boolean accepted) {
    return accepted ? kind : kind + " refused";
  }

  private static Side side(Dice dice) {
    return dice.oneOf(List.of(Side.LONG, Side.SHORT));
  }

  private static FuturesOrder order(Books books, Dice dice) {
    return new FuturesOrder(books.market.name(), size(books, dice), false, false, Optional.empty());
  }

  private static long size(Books books, Dice dice) {
    long most = dice.chance(0.2) ? 200_000 : 3_000;
    long held = books.position.size();
    return held != 0 && dice.chance(0.4)
        ? -Long.signum(held) * dice.between(1, 2 * Math.abs(held))
        : dice.between(1, most) * (dice.chance(0.5) ? 1 : -1);
  }

  private static void move(Books books, Dice dice) {
    double spread = dice.chance(0.1) ? 0.1 : 0.003;
    BigDecimal factor = BigDecimal.valueOf(Math.exp(spread * dice.bell()));
    BigDecimal price = books.tick.price().multiply(factor).round(new MathContext(9));
    BigDecimal skew = books.market.fill().skewScale().multiply(dice.between("-0.02", "0.02", 6));
    books.tick(price, skew, Duration.ofMillis(dice.between(1L, 20_000_000L)));
    books.wait(Duration.ofMillis(dice.between(0L, 11_000L)));
  }

  private static void closeEverything(Books books) {
    BigDecimal better = books.position.side() == Side.LONG ? number("4") : number("0.25");
    books.tick(books.tick.price().multiply(better), BigDecimal.ZERO, Duration.ofSeconds(1));
    if (!books.position.isFlat()) {
      assertThat(books.order(closing(books.market.name()))).isTrue();
    }
    for (Side side : Side.values()) {
      if (books.holding(side).units().signum() > 0) {
        assertThat(books.sell(side, BigDecimal.ONE)).isTrue();
      }
    }
    books.check();
    assertThat(books.account.positionMargin()).isEqualByComparingTo("0");
    assertThat(books.sums().exposure().longs()).isZero();
    assertThat(books.sums().exposure().shorts()).isZero();
    assertThat(books.sums().exposure().cost()).isEqualByComparingTo("0");
    assertThat(books.sums().exposure().funding()).isEqualByComparingTo("0");
    assertThat(books.sums().units().values()).allMatch(units -> units.signum() == 0);
    assertThat(books.withdraw(books.account.cash())).isTrue();
  }
}
