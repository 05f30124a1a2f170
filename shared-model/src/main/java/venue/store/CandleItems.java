package venue.store;

import java.time.Duration;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;

/** A candle as an item. Those of a minute expire, longer ones are kept. */
final class CandleItems {
  private static final Duration MINUTES_KEPT = Duration.ofDays(90);

  private CandleItems() {}

  static Item write(Candle candle) {
    Item item =
        Item.at(Key.candle(candle.market(), candle.interval(), candle.start()))
            .with("market", candle.market())
            .with("interval", candle.interval().label())
            .with("start", candle.start())
            .with("open", candle.open())
            .with("high", candle.high())
            .with("low", candle.low())
            .with("close", candle.close())
            .with("fundingBefore", candle.fundingBefore())
            .with("fundingIndex", candle.fundingIndex())
            .with("fundingRate", candle.fundingRate())
            .with("openInterest", candle.openInterest())
            .with("ticks", candle.ticks())
            .with(TradedItems.CONTRACTS, candle.traded().contracts())
            .with(TradedItems.VALUE, candle.traded().value());
    return candle.interval() == CandleInterval.MINUTE
        ? item.with("expires", candle.start().plus(MINUTES_KEPT).getEpochSecond())
        : item;
  }

  static Candle read(Item item) {
    return new Candle(
        item.text("market"),
        CandleInterval.named(item.text("interval")).orElseThrow(),
        item.time("start"),
        item.number("open"),
        item.number("high"),
        item.number("low"),
        item.number("close"),
        item.number("fundingBefore"),
        item.number("fundingIndex"),
        item.number("fundingRate"),
        item.whole("openInterest"),
        item.whole("ticks"),
        TradedItems.read(item));
  }
}
