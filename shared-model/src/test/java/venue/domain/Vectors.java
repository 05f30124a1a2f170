package venue.domain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers from outside sources, kept beside the project; tests that need them skip without them.
 */
public final class Vectors {

  private Vectors() {}

  /** One published, captured or derived figure. */
  public record Vector(
      String group, String name, JsonNode inputs, JsonNode expected, String source) {

    public boolean has(String field) {
      return inputs.has(field);
    }

    public BigDecimal input(String field) {
      return number(inputs.get(field));
    }

    public String text(String field) {
      return inputs.get(field).asText();
    }

    public BigDecimal expectedNumber() {
      return number(expected);
    }

    @Override
    public String toString() {
      return group + ": " + name + " (" + source + ")";
    }
  }

  public static BigDecimal number(JsonNode node) {
    return new BigDecimal(node.asText());
  }

  /** All vectors on futures, in the order of their file. */
  public static List<Vector> all() throws IOException {
    Path file =
        Path.of(System.getProperty("venue.root", "."), "..", "shared", "vectors", "futures.json");
    assumeTrue(Files.exists(file), "skipped: there are no vectors beside the project");
    List<Vector> vectors = new ArrayList<>();
    ObjectMapper mapper =
        new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    for (JsonNode node : mapper.readTree(file.toFile())) {
      vectors.add(
          new Vector(
              node.get("group").asText(),
              node.get("name").asText(),
              node.get("inputs"),
              node.get("expected"),
              node.get("source").asText()));
    }
    return vectors;
  }
}
