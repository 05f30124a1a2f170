package venue.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes a JSON value as a compact text. */
final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator generator;

  private JsonWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  static String write(Json value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      new JsonWriter(generator).append(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void append(Json value) throws IOException {
    switch (value) {
      case JsonObject(Map<String, Json> fields) -> append(fields);
      case JsonArray(List<Json> elements) -> append(elements);
      case JsonText(String text) -> generator.writeString(text);
      case JsonNumber(BigDecimal number) -> generator.writeNumber(number.toPlainString());
      case JsonBool(boolean bool) -> generator.writeBoolean(bool);
      case JsonNull() -> generator.writeNull();
    }
  }

  private void append(Map<String, Json> fields) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<String, Json> field : fields.entrySet()) {
      generator.writeFieldName(field.getKey());
      append(field.getValue());
    }
    generator.writeEndObject();
  }

  private void append(List<Json> elements) throws IOException {
    generator.writeStartArray();
    for (Json element : elements) {
      append(element);
    }
    generator.writeEndArray();
  }
}
