package venue.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import venue.local.StartRefused;

/** One map of the template, with the place where it stands. */
final class Section {
  private final String source;
  private final String place;
  private final Map<String, Object> entries = new LinkedHashMap<>();

  Section(String source, String place, @Nullable Object content) {
    this.source = source;
    this.place = place;
    switch (content) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((key, value) -> put(String.valueOf(key), value));
      default -> throw new StartRefused("%s: %s is not a map".formatted(source, place));
    }
  }

  private void put(String key, @Nullable Object value) {
    if (value != null) {
      entries.put(key, value);
    }
  }

  /** Refuses what is on neither list. */
  Section only(Set<String> used, Set<String> ignored) {
    for (String key : entries.keySet()) {
      if (!used.contains(key) && !ignored.contains(key)) {
        throw unsupported(key);
      }
    }
    return this;
  }

  StartRefused unsupported(String what) {
    return new StartRefused(
        "%s: %s is not supported by the local venue".formatted(source, placeOf(what)));
  }

  StartRefused wrong(String key, String problem) {
    return new StartRefused("%s: %s %s".formatted(source, placeOf(key), problem));
  }

  private String placeOf(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  Set<String> keys() {
    return entries.keySet();
  }

  Section section(String key) {
    return new Section(source, placeOf(key), entries.get(key));
  }

  /** The same as {@link #section}, but messages name it without the path to it. */
  Section sectionNamed(String key) {
    return new Section(source, key, entries.get(key));
  }

  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (Object item : list(key)) {
      sections.add(new Section(source, placeOf(key) + "[" + sections.size() + "]", item));
    }
    return sections;
  }

  List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  private List<?> list(String key) {
    return switch (entries.get(key)) {
      case null -> List.of();
      case List<?> list -> list;
      default -> throw wrong(key, "is not a list");
    };
  }

  Optional<Value> value(String key) {
    return switch (entries.get(key)) {
      case null -> Optional.empty();
      case Value value -> Optional.of(value);
      case Map<?, ?> map -> throw unsupported(key + "." + map.keySet().iterator().next());
      case List<?> list -> throw wrong(key, "is a list, not a value");
      case Object scalar -> Optional.of(new Value.Text(String.valueOf(scalar)));
    };
  }

  /** A value that has to stand in the template itself. */
  Optional<String> text(String key) {
    return value(key)
        .map(
            value -> {
              if (value instanceof Value.Text(String text)) {
                return text;
              }
              throw wrong(key, "is a reference; the local venue supports only plain text here");
            });
  }

  String requiredText(String key) {
    return text(key).orElseThrow(() -> wrong(key, "is missing"));
  }

  /** A text that must be one of these. */
  String oneOf(String key, String whenAbsent, Set<String> supported) {
    String text = text(key).orElse(whenAbsent);
    if (!supported.contains(text)) {
      throw unsupported(key + " " + text);
    }
    return text;
  }

  int number(String key, int whenAbsent) {
    Optional<String> text = text(key);
    try {
      return text.map(Integer::parseInt).orElse(whenAbsent);
    } catch (NumberFormatException e) {
      throw new StartRefused(
          "%s: %s is %s, not a whole number".formatted(source, placeOf(key), text.orElse("")), e);
    }
  }

  /** The logical id in a {@code !GetAtt id.Arn}. */
  String idOfArn(String key) {
    if (value(key).orElse(null) instanceof Value.GetAtt(String name, String attribute)
        && attribute.equals("Arn")) {
      return name;
    }
    throw wrong(key, "is not a !GetAtt of an Arn");
  }
}
