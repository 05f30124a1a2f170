package venue.simulation.recorded;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.market.Market;
import venue.simulation.books.Evidence;
import venue.simulation.books.Identity;
import venue.simulation.request.Requests;

/** One path from its first tick to its last, and two more at the last price. */
final class RecordedRun implements AutoCloseable {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final PricePath path;
  private final RecordedVenue venue;
  private final List<Trader> traders;
  private final Visits visits;
  private final Figures figures;
  private final Closing closing;
  private final List<String> problems = new ArrayList<>();

  RecordedRun(PricePath path, int accounts, Dice dice) {
    this.path = path;
    venue = new RecordedVenue(path.step(), dice.between(0L, 1L << 40));
    traders =
        LongStream.range(0, accounts)
            .mapToObj(i -> Trader.drawn(Samples.ACCOUNT + i, dice))
            .toList();
    Requests requests = new Requests();
    Premises premises = new Premises(venue, requests);
    Market market = premises.open(path.market(), path.price(0));
    figures = new Figures(market.contract().quantoMultiplier());
    closing = new Closing(venue.stores, path.market(), traders);
    venue.watch(figures);
    venue.watch(
        new Evidence(
            name -> market, (name, tick) -> venue.stores.markets.tick(name, tick), problems));
    premises.signUp(traders);
    visits = new Visits(venue, requests, market, figures);
    visits.plan(traders, path.ticks(), dice);
  }

  /** Runs it; what it came to. */
  Report run() {
    long start = System.nanoTime();
    Sums before = sums();
    for (int i = 0; i < path.ticks() + 2; i++) {
      int tick = Math.min(i, path.ticks() - 1);
      venue.tick(path.market(), path.price(tick), i % path.ticksOfAMinute() == 0);
      venue.pass(SECOND);
      visits.after(i);
      for (Duration after = SECOND; after.compareTo(path.step()) < 0; after = after.plus(SECOND)) {
        if (venue.isTickDue()) {
          Duration passed = i == tick ? after : Duration.ZERO;
          venue.tick(path.market(), path.price(tick, passed), false);
        }
        venue.pass(SECOND);
      }
      if ((i + 1) % (1440 * path.ticksOfAMinute()) == 0) {
        System.out.println("so far " + report(start, before));
      }
    }
    return report(start, before);
  }

  private Report report(long start, Sums before) {
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    return new Report(path, traders.size(), wall, figures, before, sums());
  }

  /** What the house has, USDT. */
  record Sums(BigDecimal insurance, BigDecimal cash, BigDecimal equity, BigDecimal fees) {}

  private Sums sums() {
    Identity.Books books = closing.books();
    return new Sums(
        books.house().insurance(),
        books.house().cash(),
        books.page().tick().isEmpty() ? books.house().cash() : Identity.houseEquity(books),
        books.house().fees());
  }

  /** What does not hold at the end. */
  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    all.addAll(closing.problems());
    return all;
  }

  @Override
  public void close() {
    venue.close();
  }
}
