package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import venue.domain.Side;
import venue.domain.market.Contract;

/**
 * What a position came to that is flat now, or was turned over to the other side.
 *
 * @param realised since it was opened, its last reduction included
 * @param most contracts it held at once, not signed
 * @param traded contracts opened, and thus closed, not signed
 * @param openPrice average at which it was opened, USDT
 * @param closePrice average at which it was closed, as its result tells, USDT
 * @param openTime of the tick at which it was opened from flat, venue time
 */
public record ClosedPosition(
    Side side,
    Realised realised,
    long most,
    long traded,
    BigDecimal openPrice,
    BigDecimal closePrice,
    Instant openTime) {

  /**
   * A position as it is closed. With {@code V} the value opened, {@code b} the base amount traded
   * and {@code R} the result of trading, it was opened at {@code V / b} and closed at {@code (V +
   * s·R) / b}, both half-even as an entry price.
   *
   * @param held before it was closed
   * @param realised since it was opened, its closing included
   */
  public static ClosedPosition of(Position held, Realised realised, Contract contract) {
    Turnover turnover = held.turnover();
    BigDecimal result = held.side() == Side.LONG ? realised.trading() : realised.trading().negate();
    BigDecimal base = contract.base(turnover.opened());
    return new ClosedPosition(
        held.side(),
        realised,
        turnover.most(),
        turnover.opened(),
        Position.average(turnover.value(), base, contract),
        Position.average(turnover.value().add(result), base, contract),
        held.openTime());
  }
}
