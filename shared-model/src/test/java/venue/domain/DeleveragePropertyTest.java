package venue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import venue.domain.futures.Deleverage;
import venue.domain.futures.Winner;
import venue.domain.house.Deficit;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;

/** Through liquidations, spent insurance and auto-deleveraging the books balance. */
class DeleveragePropertyTest {
  private static final int USERS = 6;
  private final TreeMap<String, Integer> seen = new TreeMap<>();

  @Test
  void theHouseEndsAtItsFloorOrEveryWinnerIsClosed() {
    Dice.forEach(
        400,
        dice -> {
          CrowdedBooks books =
              new CrowdedBooks(
                  USERS, number("2000"), dice.magnitude(2, 4, 12), dice.magnitude(-1, 2, 12));
          for (int i = 0; i < 40; i++) {
            trade(books, dice);
            move(books, dice);
            var _ = books.rebalance();
            if (books.sweep().signum() > 0) {
              saw("insurance spent");
            }
            books.check();
            deleverage(books);
            books.check();
          }
          if (books.hasMergedUnits()) {
            saw("merged units");
          }
        });
    assertThat(seen.keySet())
        .contains(
            "at the floor",
            "every winner closed",
            "fund deleveraged",
            "merged units",
            "fund without exposure",
            "no exposure left",
            "in part",
            "cross",
            "insurance spent",
            "LONG",
            "SHORT");
    System.out.println("deleveraging: " + seen);
  }

  private void saw(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  private static void trade(CrowdedBooks books, Dice dice) {
    for (int i = 0; i < 3; i++) {
      long user = dice.between(1L, (long) USERS);
      if (books.position(user).isFlat()) {
        var _ = books.leverage(user, dice.oneOf(List.of(1, 3, 10, 50)), dice.chance(0.3));
      }
      boolean together = dice.chance(0.8);
      long size = dice.between(1L, 8_000L);
      boolean isLong = together == books.skew().signum() >= 0;
      if (dice.chance(0.3)) {
        Side side = isLong ? Side.LONG : Side.SHORT;
        var _ =
            dice.chance(0.7)
                ? books.buyUnits(user, side, dice.magnitude(0, 3, 6))
                : books.sellUnits(user, side, number("0.5"));
      } else {
        var _ = books.order(user, isLong ? size : -size);
      }
    }
  }

  private static void move(CrowdedBooks books, Dice dice) {
    BigDecimal factor = BigDecimal.valueOf(Math.exp(0.08 * dice.bell()));
    BigDecimal price = books.tick.price().multiply(factor).round(new MathContext(7));
    books.tick(
        price.max(number("300")).min(number("3000")), dice.between(1, 20_000), dice.chance(0.3));
  }

  private void deleverage(CrowdedBooks books) {
    Optional<Deficit> begun = books.deficit();
    if (begun.isEmpty()) {
      return;
    }
    Side side = begun.get().side();
    saw(side.name());
    BigDecimal equity = books.equity();
    long closed = 0;
    for (Winner winner : books.winners(side)) {
      Optional<Deficit> deficit = books.deficit();
      if (deficit.isPresent()) {
        assertThat(winner).isEqualTo(books.winners(side).getFirst());
        Deleverage done = books.deleverage(deficit.get(), winner);
        assertThat(done.fill().price()).isEqualByComparingTo(books.tick.price());
        assertThat(done.fill().result()).isPositive();
        closed += Math.abs(done.fill().closed());
        saw(done.position().cross() ? "cross" : "isolated");
        saw(done.position().isFlat() ? "whole" : "in part");
        books.check();
      }
    }
    assertThat(books.equity().subtract(equity)).isBetween(number("0"), number("0.00000000002"));
    closed += deleverageFund(books, side);
    ended(books, begun.get(), closed);
  }

  /** Whole contracts that the fund gave, the last one counted as whole. */
  private long deleverageFund(CrowdedBooks books, Side side) {
    Optional<Deficit> deficit = books.deficit();
    if (deficit.isEmpty()) {
      return 0;
    }
    assertThat(books.winners(side)).isEmpty();
    BigDecimal equity = books.equity();
    Optional<Rebalance> done = books.deleverageFund(deficit.get());
    done.ifPresent(
        taken -> {
          saw("fund deleveraged");
          assertThat(books.equity()).isEqualByComparingTo(equity);
          long merges = taken.after().epoch() - taken.before().epoch();
          assertThat(taken.after().navAt(books.tick).movePointLeft(3 * (int) merges))
              .isEqualByComparingTo(taken.navBefore());
          assertThat(taken.after().leverageAt(books.tick)).isLessThan(taken.leverageBefore());
          books.check();
        });
    return done.isPresent() ? deficit.get().contracts() : 0;
  }

  private void ended(CrowdedBooks books, Deficit begun, long closed) {
    BigDecimal floor = books.market.solvency().floor(books.skew(), books.tick.price());
    if (books.equity().compareTo(floor) >= 0) {
      assertThat(closed).as("no more than needed").isEqualTo(begun.contracts());
      saw("at the floor");
    } else if (books.skew().abs().compareTo(books.market.contract().quantoMultiplier()) < 0) {
      saw("no exposure left");
    } else {
      assertThat(books.winners(begun.side())).isEmpty();
      saw("every winner closed");
      Fund fund = books.fund(begun.side());
      boolean mayGiveMore = fund.time().isBefore(books.tick.time());
      if (!mayGiveMore) {
        saw("fund rebalanced at this tick");
      } else if (books.deleverageFund(books.deficit().orElseThrow()).isEmpty()) {
        saw("fund without exposure");
      } else {
        throw new AssertionError("the fund had more to give");
      }
    }
  }
}
