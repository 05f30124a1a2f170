package venue.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import venue.domain.smartleverage.FixedMultiple;
import venue.domain.smartleverage.FundRule;
import venue.domain.smartleverage.LeveragePolicy;
import venue.domain.smartleverage.RecentringBand;
import venue.domain.smartleverage.VariableRange;
import venue.domain.smartleverage.VolatilityTarget;

/** The rules of a market's funds within its item. */
final class FundRuleItems {
  private FundRuleItems() {}

  static Item write(FundRule rule) {
    return Item.empty()
        .with("managementFee", rule.managementFee())
        .with("long", write(rule.ofLong()))
        .with("short", write(rule.ofShort()));
  }

  private static Item write(LeveragePolicy policy) {
    Item item = Item.empty().with("policy", policy.name());
    return switch (policy) {
      case VolatilityTarget target ->
          item.with("targetVolatility", target.targetVolatility())
              .with("band", target.band())
              .with("cap", target.cap())
              .with("stressJump", target.stressJump())
              .with("closingCost", target.closingCost())
              .with("raiseMost", target.raiseMost());
      case FixedMultiple fixed -> {
        fixed.daily().ifPresent(at -> item.with("daily", at.toString()));
        yield item.with("multiple", fixed.multiple())
            .with("lowest", fixed.lowest())
            .with("highest", fixed.highest());
      }
      case RecentringBand band ->
          item.with("target", band.target())
              .with("lowest", band.lowest())
              .with("highest", band.highest())
              .with("ripcord", band.ripcord())
              .with("speed", band.speed())
              .with("interval", band.interval().toMillis())
              .with("cooldown", band.cooldown().toMillis());
      case VariableRange range ->
          item.with("start", range.start())
              .with("lowest", range.lowest())
              .with("highest", range.highest());
    };
  }

  // A market that was opened before there was a choice has one volatility target for both, and
  // raises it the whole way.
  static FundRule read(Item item) {
    BigDecimal fee = item.number("managementFee");
    return item.has("long")
        ? new FundRule(readPolicy(item.map("long")), readPolicy(item.map("short")), fee)
        : FundRule.ofBoth(readTarget(item), fee);
  }

  private static LeveragePolicy readPolicy(Item item) {
    return switch (item.text("policy")) {
      case VolatilityTarget.NAME -> readTarget(item);
      case FixedMultiple.NAME ->
          new FixedMultiple(
              item.number("multiple"),
              item.number("lowest"),
              item.number("highest"),
              item.optionalText("daily").map(LocalTime::parse));
      case RecentringBand.NAME ->
          new RecentringBand(
              item.number("target"),
              item.number("lowest"),
              item.number("highest"),
              item.number("ripcord"),
              item.number("speed"),
              Duration.ofMillis(item.whole("interval")),
              Duration.ofMillis(item.whole("cooldown")));
      case VariableRange.NAME ->
          new VariableRange(item.number("start"), item.number("lowest"), item.number("highest"));
      default -> throw new IllegalStateException("no policy: " + item.text("policy"));
    };
  }

  private static VolatilityTarget readTarget(Item item) {
    return new VolatilityTarget(
        item.number("targetVolatility"),
        item.number("band"),
        item.number("cap"),
        item.number("stressJump"),
        item.number("closingCost"),
        item.number(item.has("raiseMost") ? "raiseMost" : "cap"));
  }
}
