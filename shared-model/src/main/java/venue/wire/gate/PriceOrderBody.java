package venue.wire.gate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Side;
import venue.domain.futures.FuturesOrder;
import venue.domain.resting.NewPriceOrder;
import venue.domain.resting.Trigger;
import venue.wire.Fields;

/** The body of a price order: a market order on a position, and the price at which it is placed. */
public final class PriceOrderBody {
  private static final long LONGEST_LIFE = Duration.ofDays(365).toSeconds();

  private PriceOrderBody() {}

  /** The price order in a body. */
  public static Outcome<NewPriceOrder> read(String body) {
    Fields fields = Fields.ofNestedBody(body);
    Outcome<FuturesOrder> order = initial(fields);
    Outcome<Trigger> trigger = trigger(fields);
    Outcome<Optional<Duration>> life = life(fields);
    return fields
        .as(() -> order)
        .then(asked -> asked)
        .then(
            asked ->
                trigger.then(
                    met ->
                        life.then(
                            time ->
                                Outcome.done(
                                    new NewPriceOrder(asked, met, time, Optional.empty())))));
  }

  private static Outcome<FuturesOrder> initial(Fields fields) {
    String contract = fields.text("initial.contract");
    long size = fields.optionalWholeNumber("initial.size").orElse(0);
    Optional<Side> closes = AutoSize.read(fields, "initial.auto_size");
    boolean close = fields.flag("initial.close", false) || (closes.isPresent() && size == 0);
    boolean reduceOnly = fields.flag("initial.reduce_only", false);
    BigDecimal price = fields.optionalDecimal("initial.price").orElse(BigDecimal.ZERO);
    String tif = fields.optionalOneOf("initial.tif", "gtc", "ioc").orElse("ioc");
    Optional<String> text = fields.optionalText("initial.text");
    if (price.signum() != 0) {
      return refused("initial.price should be \"0\": the venue takes market orders");
    }
    if (!tif.equals("ioc")) {
      return refused("initial.tif should be ioc for a market order, not " + tif);
    }
    return OrderText.checked(text)
        .within("initial")
        .then(
            label ->
                Outcome.done(
                    new FuturesOrder(
                        contract, size, close, reduceOnly, closes, Optional.empty(), label)));
  }

  private static Outcome<Trigger> trigger(Fields fields) {
    long strategy = fields.optionalWholeNumber("trigger.strategy_type").orElse(0);
    long priceType = fields.optionalWholeNumber("trigger.price_type").orElse(0);
    long rule = fields.wholeNumber("trigger.rule");
    BigDecimal price = fields.decimal("trigger.price");
    if (strategy != 0) {
      return refused("trigger.strategy_type should be 0, a price");
    }
    if (priceType < 0 || priceType > 2) {
      return refused("trigger.price_type should be 0, 1 or 2, which all mean the venue's price");
    }
    if (rule != 1 && rule != 2) {
      return refused("trigger.rule should be 1, at the price or above, or 2, at it or below");
    }
    return Outcome.done(
        new Trigger(rule == 1 ? Trigger.Rule.AT_LEAST : Trigger.Rule.AT_MOST, price));
  }

  private static Outcome<Optional<Duration>> life(Fields fields) {
    long seconds = fields.optionalWholeNumber("trigger.expiration").orElse(0);
    if (seconds < 0 || seconds > LONGEST_LIFE) {
      return refused("trigger.expiration should be 0 to " + LONGEST_LIFE + " seconds");
    }
    return Outcome.done(seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
  }

  private static <T> Outcome<T> refused(String message) {
    return Outcome.refused(Reason.INVALID_PARAM_VALUE, message);
  }
}
