package venue.local.template;

import java.util.HashSet;
import java.util.Set;
import venue.local.StartRefused;

/** Checks, before anything runs, that what a template refers to is there and nothing is twice. */
final class CrossReferences {
  private final Template template;

  private CrossReferences(Template template) {
    this.template = template;
  }

  static void check(Template template) {
    CrossReferences references = new CrossReferences(template);
    references.checkRoutes();
    references.checkQueues();
    references.checkVariables();
  }

  private void checkRoutes() {
    Set<String> keys = new HashSet<>();
    for (Function function : template.functions()) {
      for (Route route : function.routes()) {
        if (!keys.add(route.key().replaceAll("\\{[^}]*}", "{}"))) {
          throw new StartRefused(
              template.source() + ": route " + route.key() + " is declared twice");
        }
      }
    }
  }

  private void checkQueues() {
    for (Queue queue : template.queues()) {
      queue.redrive().ifPresent(redrive -> template.queue(redrive.deadLetters()));
    }
    for (Function function : template.functions()) {
      function.queueSources().forEach(source -> template.queue(source.queue()));
    }
  }

  private void checkVariables() {
    for (Function function : template.functions()) {
      function
          .variables()
          .forEach(
              (name, value) ->
                  value.resolve(
                      new KnownNames(
                          template, function.logicalId() + ".Environment.Variables." + name)));
    }
  }

  private record KnownNames(Template template, String place) implements References {
    @Override
    public String ref(String name) {
      boolean known =
          template.parameters().containsKey(name)
              || PseudoParameters.VALUES.containsKey(name)
              || isTableOrQueue(name);
      return known ? "" : refuse("!Ref " + name);
    }

    @Override
    public String attribute(String name, String attribute) {
      return Value.ATTRIBUTES.contains(attribute) && isTableOrQueue(name)
          ? ""
          : refuse("!GetAtt " + name + "." + attribute);
    }

    private boolean isTableOrQueue(String name) {
      return template.tables().stream().anyMatch(table -> table.logicalId().equals(name))
          || template.queues().stream().anyMatch(queue -> queue.logicalId().equals(name));
    }

    private String refuse(String reference) {
      throw new StartRefused(
          "%s: %s: %s is not supported by the local venue"
              .formatted(template.source(), place, reference));
    }
  }
}
