package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Rounding;
import venue.domain.market.Tick;

/**
 * How units stood when they were bought, added up over them; what is sold takes its part along. 18
 * decimals, half-even.
 *
 * @param value {@code Σ units·NAV}, USDT
 * @param exposure {@code Σ units·q}, signed base
 * @param exposureValue {@code Σ units·q·P}, USDT
 * @param outlay what the units had paid before
 */
public record Basis(
    BigDecimal value, BigDecimal exposure, BigDecimal exposureValue, Outlay outlay) {
  /** Of no units. */
  public static final Basis NONE =
      new Basis(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Outlay.NONE);

  /** With units that are bought at a tick. */
  Basis bought(BigDecimal units, Fund fund, Tick tick) {
    Outlay before = fund.outlayAt(tick);
    BigDecimal q = units.multiply(fund.exposure());
    return new Basis(
        value.add(rounded(units.multiply(fund.navAt(tick)))),
        exposure.add(rounded(q)),
        exposureValue.add(rounded(q.multiply(tick.price()))),
        outlay.plus(
            rounded(units.multiply(before.funding())),
            rounded(units.multiply(before.fee())),
            rounded(units.multiply(before.cost()))));
  }

  /** What is left of it with so many of the units. */
  Basis kept(BigDecimal units, BigDecimal of) {
    return new Basis(
        part(value, units, of),
        part(exposure, units, of),
        part(exposureValue, units, of),
        new Outlay(
            part(outlay.funding(), units, of),
            part(outlay.fee(), units, of),
            part(outlay.cost(), units, of)));
  }

  private static BigDecimal part(BigDecimal whole, BigDecimal units, BigDecimal of) {
    return whole.multiply(units).divide(of, Rounding.NAV_SCALE, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal rounded(BigDecimal exact) {
    return exact.setScale(Rounding.NAV_SCALE, RoundingMode.HALF_EVEN);
  }
}
