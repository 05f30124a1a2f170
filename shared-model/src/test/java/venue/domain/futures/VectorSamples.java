package venue.domain.futures;

import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import venue.domain.Samples;
import venue.domain.Vectors.Vector;
import venue.domain.market.Contract;
import venue.domain.market.FillRule;
import venue.domain.market.Market;
import venue.domain.market.Tier;
import venue.domain.market.TierTable;

/** Contracts and positions as the inputs of a vector describe them, each of one contract. */
final class VectorSamples {
  static final Tier NO_TIER = tier(BigDecimal.ZERO, BigDecimal.ZERO);

  private VectorSamples() {}

  /** A tier without an edge. */
  static Tier tier(BigDecimal rate, BigDecimal deduction) {
    return new Tier(number("1e12"), BigDecimal.ONE, rate, 1, deduction);
  }

  /** A contract with a price step that rounds nothing. */
  static Contract contract(BigDecimal base, Tier tier) {
    return contract(base, tier, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private static Contract contract(
      BigDecimal base, Tier tier, BigDecimal takerFee, BigDecimal liquidationFee) {
    return new Contract(
        "X_USDT",
        base,
        number("0.000000000001"),
        1,
        1_000_000,
        1,
        100,
        10,
        takerFee,
        number("0.0005"),
        liquidationFee,
        new TierTable(1, List.of(tier)));
  }

  /** Of an isolated position; vectors name its size, margin and rates in different ways. */
  static BigDecimal liquidationPrice(Vector vector) {
    Contract contract =
        contract(
            first(vector, "base", "size"),
            tier(first(vector, "mmr"), first(vector, "cum")),
            first(vector, "taker_fee", "contract_taker"),
            BigDecimal.ZERO);
    Position position =
        CrossSamples.position(
                contract,
                vector.input("side").longValueExact(),
                vector.input("entry"),
                BigDecimal.ZERO)
            .withMargin(first(vector, "margin", "wallet", "collateral"));
    return LiquidationPrice.of(position, contract, BigDecimal.ZERO).price();
  }

  /** The first of these fields that there is; none: zero. */
  private static BigDecimal first(Vector vector, String... fields) {
    return Stream.of(fields)
        .filter(vector::has)
        .findFirst()
        .map(vector::input)
        .orElse(BigDecimal.ZERO);
  }

  /**
   * The liquidation of a position of 0.1 that brings the quote, when nothing is left at the
   * bankruptcy quote; too small to be reduced, and due because its maintenance is half its value.
   */
  static LiquidationFill closed(Vector vector) {
    BigDecimal quote = vector.input("quote");
    BigDecimal price = quote.abs().multiply(BigDecimal.TEN);
    Market usual = Samples.market();
    Contract contract =
        contract(
            number("0.1"),
            tier(number("0.5"), BigDecimal.ZERO),
            BigDecimal.ZERO,
            vector.input("max_fee"));
    Market market =
        new Market(
            contract,
            new FillRule(BigDecimal.ZERO, usual.fill().z(), usual.fill().skewScale()),
            usual.funding(),
            usual.caps(),
            usual.solvency(),
            usual.fund(),
            usual.jumpBound(),
            usual.priceAgeMax(),
            usual.startingVolatility(),
            usual.createTime());
    BigDecimal margin = number("1000");
    BigDecimal cost = vector.input("bankruptcy_quote").add(margin);
    Position held =
        CrossSamples.position(
                contract,
                quote.signum(),
                cost.movePointRight(1).multiply(sign(quote)),
                BigDecimal.ZERO)
            .withCross(false, 10)
            .withMargin(margin);
    FuturesDesk desk =
        new FuturesDesk(
            Samples.account("10000").withPositionMargin(margin),
            held,
            Samples.shard(market),
            1,
            market,
            Samples.tick(market, price.setScale(2, RoundingMode.UNNECESSARY).toPlainString()),
            Samples.START);
    return Liquidation.due(1, desk, List.of()).orElseThrow().fill();
  }

  private static BigDecimal sign(BigDecimal quote) {
    return BigDecimal.valueOf(quote.signum());
  }
}
