package venue.local.template;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the names of a template stand for on this machine.
 *
 * @param queueUrls by the queues' logical ids
 */
public record LocalNames(Template template, Map<String, String> queueUrls) implements References {

  public LocalNames {
    queueUrls = Map.copyOf(queueUrls);
  }

  @Override
  public String ref(String name) {
    String queueUrl = queueUrls.get(name);
    if (queueUrl != null) {
      return queueUrl;
    }
    String parameter = template.parameters().get(name);
    if (parameter != null) {
      return parameter;
    }
    String pseudo = PseudoParameters.VALUES.get(name);
    return pseudo != null ? pseudo : table(name).name();
  }

  @Override
  public String attribute(String name, String attribute) {
    if (!queueUrls.containsKey(name)) {
      return "arn:aws:dynamodb:elasticmq:000000000000:table/" + table(name).name();
    }
    return switch (attribute) {
      case "QueueName" -> template.queue(name).name();
      case "QueueUrl" -> ref(name);
      default -> queueArn(template.queue(name));
    };
  }

  /** What a variable of the functions stands for, none if no function has it. */
  public Optional<String> variable(String name) {
    return template.functions().stream()
        .flatMap(function -> Stream.ofNullable(function.variables().get(name)))
        .findFirst()
        .map(value -> value.resolve(this));
  }

  /** The name that a queue has in events and in redrive policies. */
  public static String queueArn(Queue queue) {
    return "arn:aws:sqs:elasticmq:000000000000:" + queue.name();
  }

  private Table table(String name) {
    return template.tables().stream()
        .filter(table -> table.logicalId().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not in the template"));
  }
}
