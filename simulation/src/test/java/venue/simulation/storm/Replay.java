package venue.simulation.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import venue.domain.house.HouseBooks;
import venue.domain.market.Tick;
import venue.function.Attempts;
import venue.function.FundAdvancing;
import venue.simulation.fault.Coverage;
import venue.simulation.request.Answer;
import venue.simulation.request.Request;
import venue.store.MarketStore;

/**
 * The ticks and requests of a run again, at the same venue times and without a fault. The ticks are
 * those that were recorded: what they publish of skew and funding depends on when fills were
 * booked. Their open interest is that of this venue, because a sweep trusts that there is no
 * position without it.
 */
final class Replay implements AutoCloseable {
  private final Storm storm;
  private final SimulatedVenue venue;
  private final Interleaving interleaving;
  private final List<String> differences = new ArrayList<>();

  Replay(Storm storm, Interleaving interleaving) {
    this.storm = storm;
    this.interleaving = interleaving;
    this.venue = new SimulatedVenue(storm.setting(), new Coverage());
  }

  /** Runs it; what differs from the answers and the ending of the run. */
  List<String> differences() {
    for (Event event : storm.history().events()) {
      venue.pass(Duration.between(venue.now(), event.at()));
      interleaving.between(venue);
      switch (event) {
        case Event.Ticked ticked -> interleaving.after(append(storm.tick(ticked)), venue);
        case Event.Asked asked -> ask(asked.request());
      }
    }
    venue.indexes.catchUp();
    Function.AFTER_TICKS.forEach(venue::schedule);
    differences.addAll(storm.ending().differences(Ending.of(storm.setting(), venue.stores)));
    return differences;
  }

  // As a tick does: what is due at the one before it comes first.
  private Tick append(Tick tick) {
    MarketStore markets = venue.stores.markets;
    FundAdvancing funds = new FundAdvancing(markets, new Attempts(new Random(0)));
    var _ = funds.advanced(tick.market(), line -> {});
    return markets.append(here(tick)).inForce().orElseThrow();
  }

  private Tick here(Tick tick) {
    HouseBooks books = HouseBooks.of(venue.stores.house(tick.market()));
    return new Tick(
        tick.market(),
        tick.sequence(),
        tick.time(),
        tick.taken(),
        tick.number(),
        tick.price(),
        tick.quality(),
        tick.fundingIndex(),
        tick.fundingRate(),
        tick.skew(),
        books.exposure().openInterest(),
        tick.volatility(),
        tick.goodIndex(),
        tick.ranges(),
        tick.minutes(),
        tick.traded(),
        tick.house());
  }

  private void ask(Request request) {
    Optional<String> told = storm.history().answer(request).map(Answer::outcome);
    Answer here = venue.ask(request).orElseThrow();
    if (told.isPresent() && !told.get().equals(here.outcome())) {
      differences.add("at " + venue.now() + " " + request + ": " + told.get() + ", there " + here);
    }
  }

  @Override
  public void close() {
    venue.close();
  }
}
