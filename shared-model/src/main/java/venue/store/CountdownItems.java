package venue.store;

import venue.domain.resting.Countdown;

/** Countdowns as items. */
final class CountdownItems {
  private static final String DEADLINE = "deadline";

  private CountdownItems() {}

  static Item write(long account, Countdown countdown) {
    return Item.at(Key.countdown(account, countdown.market()))
        .with("market", countdown.market())
        .with(DEADLINE, countdown.deadline());
  }

  static Countdown read(Item item) {
    return new Countdown(item.optionalText("market"), item.time(DEADLINE));
  }

  /** Takes a countdown away, only if it has not been set again. */
  static Write deleting(long account, Countdown countdown) {
    return Write.deleting(
        Key.countdown(account, countdown.market()), DEADLINE, countdown.deadline().toEpochMilli());
  }
}
