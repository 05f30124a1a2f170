package venue.wire.json;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A way from a JSON value to one inside it (RFC 6901), as the names and indexes to follow. */
record JsonPointer(List<String> steps) {
  private static final Pattern POINTER = Pattern.compile("(?:/(?:[^~/]|~[01])*)*");
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

  static JsonPointer parse(String text) {
    if (!POINTER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a JSON pointer: each step begins with /, ~ is ~0 and / is ~1");
    }
    Stream<String> steps = Stream.of(text.split("/", -1)).skip(1);
    return new JsonPointer(steps.map(step -> step.replace("~1", "/").replace("~0", "~")).toList());
  }

  Optional<Json> in(Json start) {
    Optional<Json> place = Optional.of(start);
    for (String step : steps) {
      place = place.flatMap(value -> follow(value, step));
    }
    return place;
  }

  private static Optional<Json> follow(Json value, String step) {
    return switch (value) {
      case JsonObject object -> object.get(step);
      case JsonArray(List<Json> elements) when INDEX.matcher(step).matches() -> {
        int index = Integer.parseInt(step);
        yield index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
      }
      case JsonArray _, JsonText _, JsonNumber _, JsonBool _, JsonNull _ -> Optional.empty();
    };
  }
}
