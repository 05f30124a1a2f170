package venue.local.template;

import java.util.Set;

/** A value of the template as written: text, or a reference that is resolved at start. */
public sealed interface Value {

  /** Plain text, a number or a truth value. */
  record Text(String text) implements Value {}

  /** {@code !Ref name}. */
  record Ref(String name) implements Value {}

  /** {@code !GetAtt name.attribute}. */
  record GetAtt(String name, String attribute) implements Value {}

  /** {@code !Sub text} with {@code ${name}} and {@code ${name.attribute}} in it. */
  record Sub(String text) implements Value {}

  /** The value with its references resolved. */
  default String resolve(References references) {
    return switch (this) {
      case Text(String text) -> text;
      case Ref(String name) -> references.ref(name);
      case GetAtt(String name, String attribute) -> references.attribute(name, attribute);
      case Sub(String text) -> Substitution.resolve(text, references);
    };
  }

  /** The attributes that {@code !GetAtt} may ask for here. */
  Set<String> ATTRIBUTES = Set.of("Arn", "QueueName", "QueueUrl");
}
