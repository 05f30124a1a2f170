package venue.wire;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.smartleverage.FixedMultiple;
import venue.domain.smartleverage.FundRule;
import venue.domain.smartleverage.LeveragePolicy;
import venue.domain.smartleverage.RecentringBand;
import venue.domain.smartleverage.VariableRange;
import venue.domain.smartleverage.VolatilityTarget;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;
import venue.wire.json.MalformedJson;

/**
 * What an operator says of a market that is to be opened.
 *
 * @param referencePrice what the base is worth about now, USDT
 * @param ordersWait whether every order waits for the next good tick
 * @param fund of the market's funds; what is not said is as usual
 */
public record NewMarketBody(BigDecimal referencePrice, boolean ordersWait, FundRule fund) {

  private static final Set<String> FIELDS =
      Set.of("reference_price", "orders_wait", "management_fee");
  private static final Set<String> FUNDS = Set.of("long_fund", "short_fund");

  /** The market in a body; refused with the field that is wrong or the rule that is broken. */
  public static Outcome<NewMarketBody> read(String body) {
    return known(body).then(NewMarketBody::readKnown);
  }

  // A market keeps its configuration for good: what is misspelt must not be left out unseen.
  private static Outcome<String> known(String body) {
    try {
      if (Json.parse(body) instanceof JsonObject object) {
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
          if (!FIELDS.contains(field.getKey()) && !FUNDS.contains(field.getKey())) {
            return Outcome.refused(
                Reason.INVALID_PARAM_VALUE, field.getKey() + ": a market has no such field");
          }
          if (FUNDS.contains(field.getKey()) && !(field.getValue() instanceof JsonObject)) {
            return Outcome.refused(
                Reason.INVALID_PARAM_VALUE,
                field.getKey() + " should be an object with a policy and its numbers");
          }
        }
      }
      return Outcome.done(body);
    } catch (MalformedJson e) {
      // Fields says what is wrong with it.
      return Outcome.done(body);
    }
  }

  private static Outcome<NewMarketBody> readKnown(String body) {
    Fields fields = Fields.ofBody(body);
    Fields nested = Fields.ofNestedBody(body);
    BigDecimal price = fields.positiveDecimal("reference_price");
    boolean waits = fields.flag("orders_wait", false);
    BigDecimal fee =
        fields.optionalDecimal("management_fee").orElse(FundRule.USUAL.managementFee());
    return fields
        .as(() -> price)
        .then(
            at ->
                policy(nested, "long_fund.")
                    .then(
                        ofLong ->
                            policy(nested, "short_fund.")
                                .then(
                                    ofShort ->
                                        FundRule.checked(new FundRule(ofLong, ofShort, fee)))))
        .then(fund -> Outcome.done(new NewMarketBody(price, waits, fund)));
  }

  private static Outcome<LeveragePolicy> policy(Fields fields, String in) {
    String name =
        fields
            .optionalOneOf(
                in + "policy",
                VolatilityTarget.NAME,
                FixedMultiple.NAME,
                RecentringBand.NAME,
                VariableRange.NAME)
            .orElse(VolatilityTarget.NAME);
    return switch (name) {
      case FixedMultiple.NAME -> fixedMultiple(fields, in);
      case RecentringBand.NAME -> {
        RecentringBand band =
            new RecentringBand(
                fields.positiveDecimal(in + "target"),
                fields.positiveDecimal(in + "lowest"),
                fields.positiveDecimal(in + "highest"),
                fields.positiveDecimal(in + "ripcord"),
                fields.positiveDecimal(in + "speed"),
                Duration.ofSeconds(fields.wholeNumber(in + "interval")),
                Duration.ofSeconds(fields.wholeNumber(in + "cooldown")));
        yield fields.as(() -> band);
      }
      case VariableRange.NAME -> {
        VariableRange range =
            new VariableRange(
                fields.positiveDecimal(in + "start"),
                fields.positiveDecimal(in + "lowest"),
                fields.positiveDecimal(in + "highest"));
        yield fields.as(() -> range);
      }
      default -> volatilityTarget(fields, in);
    };
  }

  private static Outcome<LeveragePolicy> fixedMultiple(Fields fields, String in) {
    BigDecimal multiple = fields.positiveDecimal(in + "multiple");
    BigDecimal lowest = fields.optionalDecimal(in + "lowest").orElse(BigDecimal.ZERO);
    BigDecimal highest = fields.positiveDecimal(in + "highest");
    Optional<String> daily = fields.optionalText(in + "daily");
    return fields
        .as(() -> daily)
        .then(text -> time(text, in + "daily"))
        .then(at -> Outcome.done(new FixedMultiple(multiple, lowest, highest, at)));
  }

  private static Outcome<Optional<LocalTime>> time(Optional<String> text, String field) {
    try {
      return Outcome.done(text.map(LocalTime::parse));
    } catch (DateTimeParseException e) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, field + " should be a time of the day in UTC, such as 00:02");
    }
  }

  private static Outcome<LeveragePolicy> volatilityTarget(Fields fields, String in) {
    VolatilityTarget usual = VolatilityTarget.USUAL;
    VolatilityTarget target =
        new VolatilityTarget(
            given(fields, in + "target_volatility", usual.targetVolatility()),
            given(fields, in + "band", usual.band()),
            given(fields, in + "cap", usual.cap()),
            given(fields, in + "stress_jump", usual.stressJump()),
            fields.optionalDecimal(in + "closing_cost").orElse(usual.closingCost()),
            given(fields, in + "raise_most", usual.raiseMost()));
    return fields.as(() -> target);
  }

  private static BigDecimal given(Fields fields, String name, BigDecimal usual) {
    return fields.optionalPositiveDecimal(name).orElse(usual);
  }
}
