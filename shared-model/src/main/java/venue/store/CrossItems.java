package venue.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.futures.CrossBox;
import venue.domain.futures.LegTrigger;
import venue.domain.futures.Reserve;
import venue.domain.futures.Slot;

/** The box of an account's cross positions within the account's item. */
final class CrossItems {
  private static final String NAME = "cross";

  private CrossItems() {}

  static Item write(Item account, Optional<CrossBox> cross) {
    cross.ifPresent(box -> account.with(NAME, write(box)));
    return account;
  }

  private static Item write(CrossBox box) {
    List<Item> legs = new ArrayList<>();
    box.triggers()
        .forEach(
            (slot, trigger) ->
                legs.add(
                    Item.empty()
                        .with("market", slot.market())
                        .with("mode", slot.mode().name())
                        .with("side", trigger.side().name())
                        .with("tier", trigger.tier())
                        .with("key", trigger.key())
                        .with("seen", box.seen().getOrDefault(slot.market(), 0L))));
    Item item = Item.empty().with("reserve", box.reserve().amount()).with("legs", legs);
    box.judged().ifPresent(time -> item.with("judged", time));
    return item;
  }

  static Optional<CrossBox> read(Item account) {
    return account.has(NAME) ? Optional.of(readBox(account.map(NAME))) : Optional.empty();
  }

  private static CrossBox readBox(Item item) {
    Optional<Instant> judged =
        item.has("judged") ? Optional.of(item.time("judged")) : Optional.empty();
    Map<Slot, LegTrigger> triggers = new HashMap<>();
    Map<String, Long> seen = new HashMap<>();
    for (Item leg : item.maps("legs")) {
      Slot slot = new Slot(leg.text("market"), Slot.Mode.valueOf(leg.text("mode")));
      triggers.put(
          slot,
          new LegTrigger(
              slot, Side.valueOf(leg.text("side")), leg.small("tier"), leg.number("key")));
      seen.put(slot.market(), leg.whole("seen"));
    }
    return new CrossBox(triggers, new Reserve(item.number("reserve")), seen, judged);
  }
}
