package venue.simulation.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import venue.domain.Dice;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.simulation.fault.Coverage;
import venue.simulation.fault.DrawnPlan;
import venue.simulation.fault.Plan;

/** One run: orders, ticks, schedules and deliveries in random order, under faults. */
final class Storm implements AutoCloseable {
  private static final double FAILURES = 0.03;
  private static final double STOPS = 0.004;
  private static final double RACES = 0.03;
  private static final double AUDITS = 0.05;
  private static final int QUIET_EVERY = 100;
  private static final int QUIET_TICKS_MOST = 10;
  private static final int AUDITED_EVERY = 500;
  private static final String DIFFERS = "{\"state\":\"differs\"";
  private static final String HOLDS = "{\"state\":\"holds\"";
  private final Dice dice;
  private final Setting setting;
  private final Coverage coverage = new Coverage();
  private final List<String> problems = new ArrayList<>();
  private final SimulatedVenue venue;
  private final History history;
  private final Audit audit;
  private final Clients clients;
  private final Weather weather;
  private final Plan faults;

  Storm(Dice dice) {
    this.dice = dice;
    setting = Setting.drawn(dice);
    venue = new SimulatedVenue(setting, coverage);
    history = new History(venue::now, problems);
    venue.watch(history);
    audit = new Audit(setting, venue, problems);
    clients = new Clients(setting, venue, history, dice);
    weather = new Weather(dice);
    faults = new DrawnPlan(coverage, new Random(setting.seed()), FAILURES, STOPS);
  }

  Setting setting() {
    return setting;
  }

  History history() {
    return history;
  }

  Coverage coverage() {
    return coverage;
  }

  /** A tick that was recorded. */
  Tick tick(Event.Ticked event) {
    return venue.stores.markets.tick(event.market(), event.sequence()).orElseThrow();
  }

  int liquidations() {
    return audit.liquidations();
  }

  Ending ending() {
    return Ending.of(setting, venue.stores);
  }

  /** Runs so many steps and ends quietly. */
  void run(int steps) {
    blow();
    for (int i = 1; i <= steps; i++) {
      step();
      audit.afterStep();
      if (i % QUIET_EVERY == 0 || i == steps) {
        quiet();
        audit.atQuietPoint();
        if (i % AUDITED_EVERY == 0 || i == steps) {
          auditInQuiet();
        }
        audit.afterStep();
        blow();
      }
      failIfWrong("step " + i);
    }
    audit.atEnd();
    failIfWrong("the end");
  }

  private void failIfWrong(String when) {
    if (!problems.isEmpty()) {
      throw new AssertionError("at " + when + " of " + setting + ": " + problems);
    }
  }

  private void blow() {
    venue.invocations.follow(faults);
    venue.invocations.between(site -> race());
  }

  private void race() {
    if (dice.chance(RACES)) {
      if (venue.isAnswering() || dice.chance(0.85)) {
        actBesides();
      } else {
        tick();
      }
    }
  }

  private void step() {
    venue.indexes.tick();
    venue.queues.tick();
    pass(Duration.ofMillis(dice.between(1, 800)));
    int drawn = dice.between(1, 100);
    if (drawn <= 50) {
      clients.act();
    } else if (drawn <= 64) {
      pass(gap());
      tick();
    } else {
      actBesides();
    }
  }

  private Duration gap() {
    int drawn = dice.between(1, 1000);
    return drawn <= 8
        ? Duration.ofMinutes(dice.between(10, 600))
        : drawn <= 30
            ? Duration.ofSeconds(dice.between(10, 120))
            : Duration.ofMillis(dice.between(200, 8000));
  }

  private void actBesides() {
    switch (dice.between(1, 8)) {
      case 1 -> clients.act();
      case 2 -> venue.schedule(Function.SWEEP);
      case 3 -> venue.schedule(Function.REBALANCE);
      case 4 -> venue.schedule(Function.TRIGGER);
      case 5 -> auditNowAndThen();
      default -> venue.deliver(dice.oneOf(Function.AFTER_TICKS));
    }
  }

  // It reads everything there is; two of them may overtake each other.
  private void auditNowAndThen() {
    if (dice.chance(AUDITS)) {
      venue
          .audit()
          .filter(told -> told.startsWith(DIFFERS))
          .ifPresent(told -> problems.add("while others go on: " + told));
    }
  }

  private void tick() {
    for (Market market : setting.allMarkets()) {
      weather.change(venue, market.name());
    }
    if (dice.chance(0.6) || !venue.deliver(Function.TICKS)) {
      venue.schedule(Function.TICKS);
    }
  }

  private void pass(Duration time) {
    if (clients.areOutOfPatience(time)) {
      calm();
      clients.settle();
      blow();
    }
    venue.pass(time);
  }

  private void calm() {
    venue.invocations.follow(Plan.CALM);
    venue.invocations.between(site -> {});
  }

  private void quiet() {
    calm();
    clients.settle();
    clients.waiting().forEach(open -> problems.add("nothing fails, and still open: " + open));
    drain(Function.TICKS);
    for (int i = 0; i < 2 || (i < QUIET_TICKS_MOST && !pricesAreGood()); i++) {
      venue.pass(Duration.ofSeconds(2));
      setting.allMarkets().forEach(market -> weather.calm(venue, market.name()));
      venue.schedule(Function.TICKS);
    }
    Function.AFTER_TICKS.forEach(this::drain);
    venue.indexes.catchUp();
    Function.AFTER_TICKS.forEach(venue::schedule);
  }

  // A busy machine can keep the source's answer back for longer than a tick waits.
  private boolean pricesAreGood() {
    return setting.allMarkets().stream()
        .map(market -> venue.stores.markets.page(market.name()).orElseThrow().tick().orElseThrow())
        .allMatch(tick -> tick.quality() == Tick.Quality.GOOD);
  }

  private void auditInQuiet() {
    String told = venue.audit().orElse("no answer");
    if (!told.startsWith(HOLDS)) {
      problems.add("while nothing else happens: " + told);
    }
  }

  private void drain(Function function) {
    do {
      venue.indexes.catchUp();
      venue.queues.catchUp();
    } while (venue.deliver(function));
  }

  @Override
  public void close() {
    venue.close();
  }
}
