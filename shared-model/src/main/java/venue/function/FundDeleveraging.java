package venue.function;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.house.HouseBooks;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.FundDeleverage;
import venue.domain.smartleverage.Rebalance;
import venue.store.DeleverageStore;

/** Takes exposure back from the fund of a side for what the house lacks. */
record FundDeleveraging(DeleverageStore store, FundAdvancing funds, DeficitBooks.Reading deficits) {

  static FundDeleveraging of(Environment environment) {
    return new FundDeleveraging(
        new DeleverageStore(environment.dynamoDb(), environment::variable),
        FundAdvancing.of(environment),
        DeficitBooks.Reading.of(environment));
  }

  /**
   * Tries once. The step number is read before the books it stands for.
   *
   * @return what was done in a line, if there was anything to do; empty if another was first
   */
  Optional<Optional<String>> step(String market, Side side) {
    long number = store.step(market) + 1;
    Optional<DeficitBooks> books =
        deficits.of(market).filter(found -> found.deficit().side() == side);
    if (books.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    if (!funds.advance(books.get().page()).isEmpty()) {
      return Optional.empty();
    }
    Optional<Rebalance> done =
        books.get().page().fund(side).flatMap(fund -> deleveraged(fund, number, books.get()));
    return done.isEmpty() || store.commit(done.get())
        ? Optional.of(done.map(FundDeleveraging::line))
        : Optional.empty();
  }

  private static Optional<Rebalance> deleveraged(Fund fund, long number, DeficitBooks books) {
    BigDecimal units = HouseBooks.of(books.shards()).unitsOf(fund);
    FundDeleverage why = new FundDeleverage(number, books.deficit(), units);
    return Rebalance.deleveraged(fund, books.market(), books.tick(), why);
  }

  private static String line(Rebalance done) {
    return "deleveraged %s from %s to %s at %s, tick %d"
        .formatted(
            done.before().name(),
            done.before().exposure().toPlainString(),
            done.after().exposure().toPlainString(),
            done.price().toPlainString(),
            done.tick());
  }
}
