package venue.local.template;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the {@code ${…}} of a {@code !Sub}. */
final class Substitution {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

  private Substitution() {}

  static String resolve(String text, References references) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(place, references)));
  }

  private static String value(MatchResult place, References references) {
    String name = place.group(1);
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? references.ref(name)
        : references.attribute(name.substring(0, dot), name.substring(dot + 1));
  }
}
