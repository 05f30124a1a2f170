package venue.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.market.HouseFigures;
import venue.domain.market.MinuteCandles;
import venue.domain.market.Tick;
import venue.domain.statistics.Volatility;

/** A tick as an item: as a market's latest, and in its history, where it expires. */
final class TickItems {

  private static final String UNITS = "units";
  private static final String POT = "pot";
  private static final String HOUSE_EQUITY = "houseEquity";
  private static final Duration KEPT = Duration.ofDays(90);

  private TickItems() {}

  /** A tick of the history. */
  static Item writePast(Tick tick) {
    return write(Key.pastTick(tick.market(), tick.sequence()), tick)
        .with("expires", tick.time().plus(KEPT).getEpochSecond());
  }

  static Item write(Key key, Tick tick) {
    Volatility volatility = tick.volatility();
    Item item =
        Item.at(key)
            .with("market", tick.market())
            .with("sequence", tick.sequence())
            .with("time", tick.time())
            .with("taken", tick.taken())
            .with("number", tick.number())
            .with("price", tick.price())
            .with("quality", tick.quality().name())
            .with("fundingIndex", tick.fundingIndex())
            .with("fundingRate", tick.fundingRate())
            .with("skew", tick.skew())
            .with("openInterest", tick.openInterest())
            .with("fast", volatility.fast())
            .with("slow", volatility.slow())
            .with("burst", volatility.burst())
            .with("hourPrice", volatility.hourPrice())
            .with("hourStart", volatility.hourStart())
            .with("lastPrice", volatility.lastPrice())
            .with("lastTime", volatility.lastTime())
            .with("goodIndex", tick.goodIndex())
            .with("ranges", RangeText.write(tick.ranges()))
            .with("minutes", CandleText.write(tick.minutes()))
            .with(TradedItems.CONTRACTS, tick.traded().contracts())
            .with(TradedItems.VALUE, tick.traded().value());
    tick.house().ifPresent(house -> write(house, item));
    return item;
  }

  private static void write(HouseFigures house, Item item) {
    item.with(HOUSE_EQUITY, house.equity());
    house.units().forEach((side, units) -> item.with(UNITS + side, units));
    house.pots().forEach((side, pot) -> item.with(POT + side, pot));
  }

  private static Optional<HouseFigures> house(Item item) {
    if (!item.has(HOUSE_EQUITY)) {
      return Optional.empty();
    }
    return Optional.of(
        new HouseFigures(item.number(HOUSE_EQUITY), bySide(UNITS, item), bySide(POT, item)));
  }

  private static Map<Side, BigDecimal> bySide(String name, Item item) {
    Map<Side, BigDecimal> numbers = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      if (item.has(name + side)) {
        numbers.put(side, item.number(name + side));
      }
    }
    return numbers;
  }

  static Tick read(Item item) {
    return new Tick(
        item.text("market"),
        item.whole("sequence"),
        item.time("time"),
        item.time("taken"),
        item.whole("number"),
        item.number("price"),
        Tick.Quality.valueOf(item.text("quality")),
        item.number("fundingIndex"),
        item.number("fundingRate"),
        item.number("skew"),
        item.whole("openInterest"),
        new Volatility(
            item.number("fast"),
            item.number("slow"),
            item.number("burst"),
            item.number("hourPrice"),
            item.time("hourStart"),
            item.number("lastPrice"),
            item.time("lastTime")),
        item.number("goodIndex"),
        RangeText.read(item.text("ranges")),
        // A tick that was stored before there were candles has none.
        item.optionalText("minutes")
            .map(text -> CandleText.read(item.text("market"), text))
            .orElse(MinuteCandles.NONE),
        TradedItems.read(item),
        house(item));
  }
}
