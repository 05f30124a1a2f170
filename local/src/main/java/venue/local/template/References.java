package venue.local.template;

/** What the names in a template stand for while it runs. */
public interface References {
  /** What {@code !Ref name} is. */
  String ref(String name);

  /** What {@code !GetAtt name.attribute} is. */
  String attribute(String name, String attribute);
}
