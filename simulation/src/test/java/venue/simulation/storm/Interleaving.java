package venue.simulation.storm;

import java.util.ArrayList;
import java.util.List;
import venue.domain.Dice;
import venue.domain.market.Tick;
import venue.wire.json.JsonObject;

/** When sweeps and rebalances come, in a run of what another run recorded. */
interface Interleaving {

  /** Between two events. */
  void between(SimulatedVenue venue);

  /** Right after a tick. */
  void after(Tick tick, SimulatedVenue venue);

  /** Each tick is acted upon at once, as nothing ever fails. */
  static Interleaving prompt() {
    return new Interleaving() {
      @Override
      public void between(SimulatedVenue venue) {}

      @Override
      public void after(Tick tick, SimulatedVenue venue) {
        venue.indexes.catchUp();
        Function.AFTER_TICKS.forEach(function -> venue.send(function, message(tick)));
      }
    };
  }

  /** Messages come late, twice or in another order, schedules at any time, indexes lag. */
  static Interleaving drawn(Dice dice) {
    List<Tick> held = new ArrayList<>();
    return new Interleaving() {
      @Override
      public void between(SimulatedVenue venue) {
        venue.indexes.tick();
        if (dice.chance(0.1)) {
          venue.schedule(dice.oneOf(Function.AFTER_TICKS));
        }
        while (!held.isEmpty() && dice.chance(0.5)) {
          Tick tick = held.get(dice.between(0, held.size() - 1));
          venue.send(dice.oneOf(Function.AFTER_TICKS), message(tick));
          if (dice.chance(0.5)) {
            held.remove(tick);
          }
        }
      }

      @Override
      public void after(Tick tick, SimulatedVenue venue) {
        held.add(tick);
      }
    };
  }

  private static JsonObject message(Tick tick) {
    return JsonObject.builder().put("market", tick.market()).put("tick", tick.sequence()).build();
  }
}
