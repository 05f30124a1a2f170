package venue.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value from a text. */
final class JsonReader {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 100;

  // Names come from anyone, so they are not kept in a table that outlives the text.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Json read(String text) throws MalformedJson {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonReader reader = new JsonReader(parser);
      Json value = reader.value(parser.nextToken());
      if (parser.nextToken() != null) {
        throw reader.malformed("nothing may follow the value");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw malformed(
          "deeper than " + DEEPEST + " levels, or a number longer than " + LONGEST_NUMBER,
          e.getLocation());
    } catch (JsonProcessingException e) {
      throw malformed("not JSON", e.getLocation());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Json value(@Nullable JsonToken token) throws IOException, MalformedJson {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> new JsonText(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> new JsonBool(true);
      case VALUE_FALSE -> new JsonBool(false);
      case VALUE_NULL -> new JsonNull();
      case null, default -> throw malformed("a value is missing");
    };
  }

  private JsonObject object() throws IOException, MalformedJson {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (fields.containsKey(name)) {
        throw malformed("the object has this name already");
      }
      fields.put(name, value(parser.nextToken()));
    }
    return new JsonObject(fields);
  }

  private JsonArray array() throws IOException, MalformedJson {
    List<Json> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(token));
    }
    return new JsonArray(elements);
  }

  private JsonNumber number() throws IOException, MalformedJson {
    try {
      return new JsonNumber(new BigDecimal(parser.getText()));
    } catch (IllegalArgumentException e) {
      throw malformed("the number is out of range");
    }
  }

  private MalformedJson malformed(String problem) {
    return malformed(problem, parser.currentTokenLocation());
  }

  private static MalformedJson malformed(String problem, @Nullable JsonLocation place) {
    return place == null
        ? new MalformedJson(problem, 1, 1)
        : new MalformedJson(
            problem, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
  }
}
