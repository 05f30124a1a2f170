package venue.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.market.MinuteCandles;
import venue.domain.market.Traded;

/** The candles of minutes within a tick as text, which takes little room in each tick. */
final class CandleText {
  private static final String NONE = "-";
  private static final int BEFORE_TRADES = 10;

  private CandleText() {}

  static String write(MinuteCandles minutes) {
    return write(minutes.closed()) + ";" + write(minutes.running());
  }

  private static String write(Optional<Candle> candle) {
    return candle
        .map(
            held ->
                String.join(
                    " ",
                    Long.toString(held.start().getEpochSecond()),
                    plain(held.open()),
                    plain(held.high()),
                    plain(held.low()),
                    plain(held.close()),
                    plain(held.fundingBefore()),
                    plain(held.fundingIndex()),
                    plain(held.fundingRate()),
                    Long.toString(held.openInterest()),
                    Long.toString(held.ticks()),
                    Long.toString(held.traded().contracts()),
                    plain(held.traded().value())))
        .orElse(NONE);
  }

  static MinuteCandles read(String market, String text) {
    List<String> parts = List.of(text.split(";"));
    return new MinuteCandles(readCandle(market, parts.get(0)), readCandle(market, parts.get(1)));
  }

  private static Optional<Candle> readCandle(String market, String text) {
    if (text.equals(NONE)) {
      return Optional.empty();
    }
    List<String> parts = List.of(text.split(" "));
    return Optional.of(
        new Candle(
            market,
            CandleInterval.MINUTE,
            Instant.ofEpochSecond(Long.parseLong(parts.get(0))),
            new BigDecimal(parts.get(1)),
            new BigDecimal(parts.get(2)),
            new BigDecimal(parts.get(3)),
            new BigDecimal(parts.get(4)),
            new BigDecimal(parts.get(5)),
            new BigDecimal(parts.get(6)),
            new BigDecimal(parts.get(7)),
            Long.parseLong(parts.get(8)),
            Long.parseLong(parts.get(9)),
            // One that was written before trades were counted has none.
            parts.size() > BEFORE_TRADES
                ? new Traded(Long.parseLong(parts.get(10)), new BigDecimal(parts.get(11)))
                : Traded.NONE));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
