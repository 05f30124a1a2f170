package venue.wire.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Named values.
 *
 * @param fields the values by name, in the order they are written; not modifiable
 */
public record JsonObject(Map<String, Json> fields) implements Json {

  public JsonObject {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** An object to be filled field by field. */
  public static Builder builder() {
    return new Builder();
  }

  /** The value of a field; empty if there is no such field. */
  public Optional<Json> get(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Collects fields in the order they are to be written. Each name may be put once. */
  public static final class Builder {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    private Builder() {}

    /** A field holding a text. */
    public Builder put(String name, String text) {
      return put(name, new JsonText(text));
    }

    /** A field holding an amount, price or rate: a text in plain notation, as Gate sends them. */
    public Builder put(String name, BigDecimal amount) {
      return put(name, JsonText.of(amount));
    }

    /** A field holding a whole number. */
    public Builder put(String name, long number) {
      return put(name, JsonNumber.of(number));
    }

    /** A field holding true or false. */
    public Builder put(String name, boolean bool) {
      return put(name, new JsonBool(bool));
    }

    /** A field holding a time: a number of seconds since 1970 with three decimals, rounded down. */
    public Builder seconds(String name, Instant time) {
      BigDecimal nanos = BigDecimal.valueOf(time.getNano(), 9);
      BigDecimal seconds = BigDecimal.valueOf(time.getEpochSecond()).add(nanos);
      return put(name, new JsonNumber(seconds.setScale(3, RoundingMode.FLOOR)));
    }

    /**
     * A field holding any value.
     *
     * @throws IllegalStateException if the name was put before
     */
    public Builder put(String name, Json value) {
      if (fields.putIfAbsent(name, value) != null) {
        throw new IllegalStateException("field " + name + " is put twice");
      }
      return this;
    }

    /** The object with the fields put so far. */
    public JsonObject build() {
      return new JsonObject(fields);
    }
  }
}
