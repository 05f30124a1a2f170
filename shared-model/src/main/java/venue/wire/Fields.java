package venue.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Refusal;
import venue.wire.json.Json;
import venue.wire.json.JsonNull;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/**
 * Reads the fields of one request and keeps the first problem it meets, as a refusal that names the
 * field and what would be right. After a problem the reads go on and yield harmless values; {@link
 * #as} tells whether all went well. A field that is null or an empty text counts as absent; fields
 * nobody reads are ignored. For one thread.
 */
public final class Fields {
  private static final int LONGEST_QUOTE = 40;

  private final Map<String, Json> values;
  private @Nullable Refusal problem;

  private Fields(Map<String, Json> values, @Nullable Refusal problem) {
    this.values = values;
    this.problem = problem;
  }

  /** The fields of a body; INVALID_REQUEST_BODY with the place if it is not a JSON object. */
  public static Fields ofBody(String body) {
    try {
      return Json.parse(body) instanceof JsonObject object ? of(object) : unreadable("");
    } catch (MalformedJson e) {
      return unreadable("; " + e.getMessage());
    }
  }

  /**
   * The fields of the objects in a body, each under its object's name: {@code trigger.price}.
   * INVALID_REQUEST_BODY with the place if the body is not a JSON object.
   */
  public static Fields ofNestedBody(String body) {
    Fields outer = ofBody(body);
    Map<String, Json> inner = new LinkedHashMap<>();
    outer.values.forEach(
        (name, value) -> {
          if (value instanceof JsonObject object) {
            object.fields().forEach((field, held) -> inner.put(name + "." + field, held));
          }
        });
    return new Fields(inner, outer.problem);
  }

  /** The fields of an object. */
  public static Fields of(JsonObject object) {
    return new Fields(object.fields(), null);
  }

  /** The parameters of the path and the query; the path's win, then the first of a name. */
  public static Fields ofParameters(HttpRequest request) {
    Map<String, Json> values = new LinkedHashMap<>();
    request.pathParameters().forEach((name, value) -> values.put(name, new JsonText(value)));
    request.query().forEach(given -> values.putIfAbsent(given.name(), new JsonText(given.value())));
    return new Fields(values, null);
  }

  /** A text of at most 256 characters. */
  public String text(String name) {
    return required(name, FieldKind.text(), "");
  }

  /** A text of at most 256 characters, if the field is there. */
  public Optional<String> optionalText(String name) {
    return optional(name, FieldKind.text());
  }

  /** A whole number, sent as a number or as a text. */
  public long wholeNumber(String name) {
    return required(name, FieldKind.wholeNumber(), 1L);
  }

  /** A whole number, sent as a number or as a text, if the field is there. */
  public OptionalLong optionalWholeNumber(String name) {
    return optional(name, FieldKind.wholeNumber())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** A whole number within bounds, both included; {@code whenAbsent} if the field is not there. */
  public int wholeNumber(String name, int least, int most, int whenAbsent) {
    return optional(name, FieldKind.wholeNumber(least, most)).orElse(whenAbsent);
  }

  /** A number of at most 40 digits and 18 decimals, sent as a text or as a number. */
  public BigDecimal decimal(String name) {
    return required(name, FieldKind.decimal(), BigDecimal.ONE);
  }

  /** A number of at most 40 digits and 18 decimals, if the field is there. */
  public Optional<BigDecimal> optionalDecimal(String name) {
    return optional(name, FieldKind.decimal());
  }

  /** A number above zero of at most 40 digits and 18 decimals, sent as a text or as a number. */
  public BigDecimal positiveDecimal(String name) {
    return required(name, FieldKind.positiveDecimal(), BigDecimal.ONE);
  }

  /** A number above zero of at most 40 digits and 18 decimals, if the field is there. */
  public Optional<BigDecimal> optionalPositiveDecimal(String name) {
    return optional(name, FieldKind.positiveDecimal());
  }

  /** True or false, in a text too; {@code whenAbsent} if the field is not there. */
  public boolean flag(String name, boolean whenAbsent) {
    return optional(name, FieldKind.flag()).orElse(whenAbsent);
  }

  /** True or false, in a text too. */
  public boolean requiredFlag(String name) {
    return required(name, FieldKind.flag(), false);
  }

  /** An id of something stored: a whole number that is not negative, if the field is there. */
  public Optional<Long> optionalId(String name) {
    return optional(name, FieldKind.id());
  }

  /** A time in whole seconds since 1970, or in milliseconds, if the field is there. */
  public Optional<Instant> optionalTime(String name) {
    return optional(name, FieldKind.time());
  }

  /** One of the given texts, of which there is at least one. */
  public String oneOf(String name, String... allowed) {
    return required(name, FieldKind.oneOf(List.of(allowed)), allowed[0]);
  }

  /** One of the given texts, if the field is there. */
  public Optional<String> optionalOneOf(String name, String... allowed) {
    return optional(name, FieldKind.oneOf(List.of(allowed)));
  }

  /**
   * What is made of the fields, or the first problem with one of them.
   *
   * @param value may read fields itself; its result is dropped if there is a problem, and it is not
   *     called if there was one before
   */
  public <T> Outcome<T> as(Supplier<T> value) {
    if (problem != null) {
      return new Outcome.Refused<>(problem);
    }
    T made = value.get();
    return problem == null ? Outcome.done(made) : new Outcome.Refused<>(problem);
  }

  private <T> T required(String name, FieldKind<T> kind, T harmless) {
    Optional<T> value = optional(name, kind);
    if (value.isEmpty()) {
      note(Reason.MISSING_REQUIRED_PARAM, name + " is missing; it should be " + kind.right());
    }
    return value.orElse(harmless);
  }

  private <T> Optional<T> optional(String name, FieldKind<T> kind) {
    Json value = values.get(name);
    if (value == null || value instanceof JsonNull || value.equals(new JsonText(""))) {
      return Optional.empty();
    }
    Optional<T> read = kind.read().apply(value);
    if (read.isEmpty()) {
      note(
          Reason.INVALID_PARAM_VALUE,
          name + " should be " + kind.right() + ", not " + quote(value));
    }
    return read;
  }

  private void note(Reason reason, String message) {
    if (problem == null) {
      problem = new Refusal(reason, message);
    }
  }

  private static Fields unreadable(String where) {
    String message = "the body should be a JSON object" + where;
    return new Fields(Map.of(), new Refusal(Reason.INVALID_REQUEST_BODY, message));
  }

  private static String quote(Json value) {
    String text = value.write();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }
}
