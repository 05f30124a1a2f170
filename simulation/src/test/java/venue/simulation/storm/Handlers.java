package venue.simulation.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.administration.Administration;
import venue.audit.BookAudit;
import venue.function.Environment;
import venue.function.RecordedContext;
import venue.liquidationsweep.LiquidationSweep;
import venue.marktomarket.MarkToMarket;
import venue.openapi.CheckedFunction;
import venue.orderplacement.OrderPlacement;
import venue.ordertrigger.OrderTrigger;
import venue.simulation.fault.QueuedMessage;
import venue.simulation.request.TemplatePaths;
import venue.smartleveragerebalance.SmartLeverageRebalance;
import venue.store.TestTables;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/** The venue's own handlers, called with events as the cloud calls them. */
public record Handlers(Map<Function, RequestStreamHandler> byFunction) {

  public Handlers {
    byFunction = Map.copyOf(byFunction);
  }

  /** All of them, with what they are given. */
  public static Handlers of(Environment environment, SqsClient queues) {
    return new Handlers(
        Map.of(
            Function.ORDERS, new OrderPlacement(environment),
            Function.ADMINISTRATION, new Administration(environment),
            Function.TICKS, new MarkToMarket(environment, queues),
            Function.SWEEP, new LiquidationSweep(environment),
            Function.TRIGGER, new OrderTrigger(environment),
            Function.REBALANCE, new SmartLeverageRebalance(environment),
            Function.AUDIT, new BookAudit(environment)));
  }

  /** Their variables, with one source of prices. */
  public static Map<String, String> variables(
      TemplatePaths template, int shards, int tickSeconds, PriceBoard prices) {
    Map<String, String> variables = new HashMap<>(TestTables.VARIABLES);
    variables.putAll(template.byVariable());
    variables.put("HOUSE_SHARDS", Integer.toString(shards));
    variables.put("PRICE_SOURCES", prices.sources());
    variables.put("PRICE_QUORUM", "1");
    variables.put("TICK_SECONDS", Integer.toString(tickSeconds));
    variables.put("TICK_QUEUE", Function.TICKS.queue());
    variables.put("LIQUIDATION_QUEUE", Function.SWEEP.queue());
    variables.put("TRIGGER_QUEUE", Function.TRIGGER.queue());
    variables.put("REBALANCE_QUEUE", Function.REBALANCE.queue());
    return variables;
  }

  /** What a function answers to an event. */
  public String call(Function function, String event) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      CheckedFunction.strict(Objects.requireNonNull(byFunction.get(function)))
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(UTF_8)), out, new RecordedContext());
      return out.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The event of a schedule. */
  public static String schedule() {
    return "{\"source\":\"aws.scheduler\"}";
  }

  /** The event that delivers messages. */
  public static String delivery(List<QueuedMessage> messages) {
    List<Json> records = new ArrayList<>();
    for (QueuedMessage message : messages) {
      records.add(
          JsonObject.builder().put("messageId", message.id()).put("body", message.body()).build());
    }
    return JsonObject.builder().put("Records", JsonArray.of(records)).build().write();
  }

  /** The messages of a delivery that are to come again, by what was answered to it. */
  public static List<String> failures(String answer) {
    try {
      return Json.parse(answer).at("/batchItemFailures").stream()
          .flatMap(failures -> ((JsonArray) failures).elements().stream())
          .flatMap(failure -> failure.at("/itemIdentifier").stream())
          .map(id -> ((JsonText) id).text())
          .toList();
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("not an answer to a queue: " + answer, e);
    }
  }
}
