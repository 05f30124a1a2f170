package venue.domain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
  public record Vector(String name, JsonNode inputs, JsonNode expected, String source) {

    public BigDecimal input(String field) {
      return new BigDecimal(inputs.get(field).asText());
    }

    public BigDecimal expectedNumber() {
      return new BigDecimal(expected.asText());
    }

    @Override
    public String toString() {
      return name + " (" + source + ")";
    }
  }

  /** The vectors of a group such as {@code live.gate}. */
  public static List<Vector> group(String group) throws IOException {
    Path file =
        Path.of(System.getProperty("venue.root", "."), "..", "shared", "vectors", "futures.json");
    assumeTrue(Files.exists(file), "the vectors are not beside the project: " + group + " skipped");
    List<Vector> vectors = new ArrayList<>();
    ObjectMapper mapper =
        new ObjectMapper()
            .enable(
                com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    for (JsonNode node : mapper.readTree(file.toFile())) {
      if (node.get("group").asText().equals(group)) {
        vectors.add(
            new Vector(
                node.get("name").asText(),
                node.get("inputs"),
                node.get("expected"),
                node.get("source").asText()));
      }
    }
    assumeTrue(!vectors.isEmpty(), "no vector in group " + group);
    return vectors;
  }
}
