package venue.store;

import venue.domain.Side;
import venue.domain.house.Deficit;

/** What the house lacked, within the item of what was closed for it. */
final class DeficitItems {

  private DeficitItems() {}

  static void write(Item item, Deficit deficit) {
    item.with("side", deficit.side().name())
        .with("skew", deficit.skew())
        .with("houseEquity", deficit.equity())
        .with("floor", deficit.floor())
        .with("toClose", deficit.contracts());
  }

  static Deficit read(Item item) {
    return new Deficit(
        Side.valueOf(item.text("side")),
        item.number("skew"),
        item.number("houseEquity"),
        item.number("floor"),
        item.whole("toClose"));
  }
}
