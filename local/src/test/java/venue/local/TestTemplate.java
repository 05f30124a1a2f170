package venue.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A test template, as it is or with some of its text replaced. */
public final class TestTemplate {
  private String text;

  private TestTemplate(String text) {
    this.text = text;
  }

  public static TestTemplate asItIs() {
    return named("/test-template.yaml");
  }

  /** The template whose functions stand in for administration and market query. */
  public static TestTemplate ofOffice() {
    return named("/office-template.yaml");
  }

  /** The venue's own template. */
  public static TestTemplate ofTheVenue() {
    try {
      return new TestTemplate(
          Files.readString(Path.of(System.getProperty("venue.root"), "template.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestTemplate named(String name) {
    try (InputStream resource =
        Objects.requireNonNull(TestTemplate.class.getResourceAsStream(name))) {
      return new TestTemplate(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TestTemplate replacing(String old, String replacement) {
    if (!text.contains(old)) {
      throw new IllegalArgumentException("the template has no " + old);
    }
    text = text.replace(old, replacement);
    return this;
  }

  public Path writtenTo(Path directory) {
    try {
      return Files.writeString(directory.resolve("template.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
