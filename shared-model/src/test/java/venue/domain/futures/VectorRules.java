package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static venue.domain.Samples.number;
import static venue.domain.futures.CrossSamples.leg;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import venue.domain.Samples;
import venue.domain.Vectors;
import venue.domain.Vectors.Vector;
import venue.domain.futures.CrossLiquidation.Tradable;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;
import venue.domain.market.FillPrice;
import venue.domain.market.FundingRule;
import venue.domain.market.Tier;
import venue.domain.market.TierTable;
import venue.wire.GateSignature;

/** What this venue's code makes of the inputs of a vector, against the figure expected. */
final class VectorRules {
  private static final int DIGITS_OF_A_DOUBLE = 10;

  private VectorRules() {}

  private static void exactly(Vector vector, BigDecimal figure) {
    assertThat(figure).isEqualByComparingTo(vector.expectedNumber());
  }

  private static void toItsDigits(Vector vector, BigDecimal figure) {
    int scale = Math.min(vector.expectedNumber().scale(), DIGITS_OF_A_DOUBLE);
    assertThat(figure.setScale(scale, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(vector.expectedNumber().setScale(scale, RoundingMode.HALF_EVEN));
  }

  static void captured(Vector vector) {
    if (vector.has("margin")) {
      liquidationPrice(vector);
    } else {
      toItsDigits(vector, capturedFigure(vector));
    }
  }

  private static BigDecimal capturedFigure(Vector vector) {
    if (vector.has("added")) {
      int leverage = vector.input("leverage").intValueExact();
      return Position.initialMargin(vector.input("entry_value"), leverage, number("0.00075"))
          .add(vector.input("added"));
    }
    Contract contract = VectorSamples.contract(vector.input("base"), VectorSamples.NO_TIER);
    if (vector.has("fee")) {
      return contract
          .base(1)
          .multiply(vector.input("entry"))
          .multiply(vector.input("fee"))
          .negate();
    }
    BigDecimal mark = vector.input("mark");
    return vector.has("entry")
        ? leg(contract, 1, vector.input("entry"), mark).result()
        : leg(contract, 1, mark, mark).notional();
  }

  static void liquidationPrice(Vector vector) {
    toItsDigits(vector, VectorSamples.liquidationPrice(vector));
  }

  static void liquidationPriceOrThatOfALeg(Vector vector) {
    if (!vector.has("legs")) {
      liquidationPrice(vector);
      return;
    }
    List<Leg> legs = new ArrayList<>();
    for (JsonNode one : legs(vector)) {
      Tier tier =
          VectorSamples.tier(Vectors.number(one.get("mmr")), Vectors.number(one.get("cum")));
      Contract contract = VectorSamples.contract(Vectors.number(one.get("size")), tier);
      legs.add(leg(contract, 1, Vectors.number(one.get("entry")), Vectors.number(one.get("mark"))));
    }
    Leg asked = legs.get(vector.name().contains("ETH leg") ? 0 : 1);
    toItsDigits(vector, new CrossMargin(vector.input("wallet"), legs).liquidationPrice(asked));
  }

  /** One of the two names the legs of both. */
  private static JsonNode legs(Vector vector) {
    try {
      return Vectors.all().stream()
          .filter(other -> other.group().equals(vector.group()) && other.has("legs"))
          .map(other -> other.inputs().get("legs"))
          .filter(JsonNode::isArray)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was captured shows six decimals of the collateral and eight of the price. */
  static void liquidationPriceOfRoundedCollateral(Vector vector) {
    BigDecimal slope = BigDecimal.ONE.subtract(vector.input("side").multiply(vector.input("mmr")));
    BigDecimal open =
        number("0.0000005")
            .divide(vector.input("size").multiply(slope), MathContext.DECIMAL64)
            .add(number("0.000000005"));
    assertThat(VectorSamples.liquidationPrice(vector))
        .isCloseTo(vector.expectedNumber(), within(open));
  }

  static void liquidationPriceBesideOtherMaintenance(Vector vector) {
    Contract contract =
        VectorSamples.contract(
            vector.input("size").abs(), VectorSamples.tier(vector.input("mmf"), BigDecimal.ZERO));
    Leg leg = leg(contract, -1, vector.input("price"), vector.input("price"));
    List<Leg> legs = new ArrayList<>(List.of(leg));
    if (vector.has("other_mm")) {
      legs.add(CrossSamples.needing(vector.input("other_mm")));
    }
    toItsDigits(vector, new CrossMargin(vector.input("equity"), legs).liquidationPrice(leg));
  }

  static void initialMargin(Vector vector) {
    int leverage = BigDecimal.ONE.divide(vector.input("imf")).intValueExact();
    exactly(vector, Position.initialMargin(vector.input("notional"), leverage, BigDecimal.ZERO));
  }

  static void liquidationFee(Vector vector) {
    LiquidationFill fill = VectorSamples.closed(vector);
    exactly(vector, fill.fee().subtract(fill.uncovered()));
  }

  /** Once the formula, once as a step of an account's liquidation, where the buffer is ours. */
  static void reduction(Vector vector) {
    BigDecimal cost = vector.input("liq_fee").add(vector.input("if_fee"));
    BigDecimal price = vector.input("price");
    BigDecimal rate = vector.input("margin_ratio");
    toItsDigits(vector, Shortage.base(vector.input("shortage"), rate, cost, price).orElseThrow());

    Tier tier = VectorSamples.tier(rate.divide(BigDecimal.TWO), BigDecimal.ZERO);
    Leg leg = leg(VectorSamples.contract(number("0.0001"), tier), 20_000, price, price);
    BigDecimal cash = leg.maintenance().multiply(BigDecimal.TWO).subtract(vector.input("shortage"));
    CrossLiquidation step =
        CrossLiquidation.next(new CrossMargin(cash, List.of(leg)), List.of(new Tradable(0, cost)))
            .orElseThrow();
    BigDecimal contracts =
        vector
            .expectedNumber()
            .setScale(DIGITS_OF_A_DOUBLE, RoundingMode.HALF_EVEN)
            .movePointRight(4);
    assertThat(BigDecimal.valueOf(step.contracts()))
        .isEqualByComparingTo(contracts.setScale(0, RoundingMode.CEILING));
  }

  static void deduction(Vector vector) {
    boolean first = vector.inputs().get("prev_mmr").isNull();
    exactly(
        vector,
        Tier.deduction(
            vector.input("floor"),
            vector.input("mmr"),
            first ? BigDecimal.ZERO : vector.input("prev_mmr"),
            vector.input("prev_cum")));
  }

  static void maintenance(Vector vector) {
    List<TierTable.Row> rows = new ArrayList<>();
    for (JsonNode row : vector.inputs().get("tiers")) {
      BigDecimal limit = row.get(0).isNull() ? number("1000000000") : Vectors.number(row.get(0));
      rows.add(new TierTable.Row(limit, Vectors.number(row.get(1)), 10));
    }
    exactly(
        vector,
        Samples.done(TierTable.of(1, rows)).maintenance(vector.input("value"), BigDecimal.ZERO));
  }

  static void fillPrice(Vector vector) {
    BigDecimal impact =
        FillPrice.impact(vector.input("skew"), vector.input("size"), vector.input("skewScale"));
    exactly(vector, impact.add(BigDecimal.ONE).multiply(vector.input("price")));
  }

  /** One side's open interest is the skew while the other side is empty; depth is for 1 %. */
  static void impact(Vector vector) {
    BigDecimal scale = vector.input("depth1pct").movePointRight(2);
    exactly(vector, FillPrice.impact(vector.input("oi"), vector.input("trade"), scale));
  }

  static void fundingPayment(Vector vector) {
    Duration interval = Duration.ofHours(8);
    FundingRule rule = new FundingRule(number("0.1"), number("0.003"), interval);
    BigDecimal index = rule.accrued(vector.input("rate"), vector.input("mark"), interval);
    exactly(vector, FundingRule.payment(vector.input("size"), index, BigDecimal.ZERO));
  }

  static void signature(Vector vector) {
    assertThat(
            GateSignature.sign(
                vector.text("method"),
                vector.text("path"),
                vector.text("query"),
                vector.text("body"),
                vector.text("timestamp"),
                vector.text("secret")))
        .isEqualTo(vector.expected().asText());
  }
}
