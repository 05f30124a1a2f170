package venue.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds one exchange against what the document says of its operation. */
final class Check {
  private static final int LONGEST_QUOTE = 1_500;
  private final Exchange exchange;
  private final List<String> deviations = new ArrayList<>();

  private Check(Exchange exchange) {
    this.exchange = exchange;
  }

  /** What deviates, for a person; none if nothing does. */
  static Optional<String> of(OpenApi openApi, Exchange exchange) {
    Check check = new Check(exchange);
    openApi
        .operation(exchange.request().method(), exchange.request().route())
        .ifPresentOrElse(check::answer, check::undocumented);
    return check.told();
  }

  private Optional<String> told() {
    String answer = exchange.answer().toString();
    return deviations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s %s answered %d, which deviates from openapi.json:%n  %s%n  answer: %s%n  body: %s"
                .formatted(
                    exchange.request().method(),
                    exchange.request().route(),
                    exchange.status(),
                    String.join("\n  ", deviations),
                    answer.substring(0, Math.min(answer.length(), LONGEST_QUOTE)),
                    exchange.request().body()));
  }

  private void undocumented() {
    if (exchange.status() != 404 && exchange.status() != 405) {
      deviations.add("the operation is not documented");
    }
  }

  private void answer(Operation operation) {
    if (!exchange.contentType().equals("application/json")) {
      deviations.add("the content type is " + exchange.contentType());
    }
    operation
        .answer(exchange.status())
        .ifPresentOrElse(
            schema -> apply("answer", schema, exchange.answer()),
            () -> deviations.add("the status is not documented"));
    if (exchange.succeeded()) {
      operation.parameters().forEach(this::parameter);
      body(operation);
    }
  }

  private void parameter(Operation.Parameter parameter) {
    Optional<String> value = exchange.parameter(parameter.in(), parameter.name());
    if (value.isEmpty()) {
      if (parameter.required()) {
        deviations.add("it succeeded without the parameter " + parameter.name());
      }
    } else if (Sent.readings(value.get()).stream()
        .noneMatch(reading -> parameter.schema().validate(reading).isEmpty())) {
      deviations.add("it succeeded with " + parameter.name() + "=" + value.get());
    }
  }

  private void body(Operation operation) {
    Optional<Schema> schema = operation.body();
    String sent = exchange.request().body();
    if (schema.isPresent() && (operation.needsBody() || !sent.isEmpty())) {
      JsonNode body = Sent.present(JsonTree.parse(sent));
      apply("it succeeded with a body", schema.get(), Sent.done(body, exchange.answer()));
    }
  }

  private void apply(String what, Schema schema, JsonNode value) {
    schema.validate(value).forEach(error -> deviations.add(what + ": " + error));
  }
}
