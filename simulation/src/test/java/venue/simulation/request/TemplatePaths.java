package venue.simulation.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths of template.yaml by the variables that functions are given them under. */
public record TemplatePaths(Map<String, String> byVariable) {
  private static final Pattern PATH = Pattern.compile("([A-Z_]+_PATH): &\\w+ (\\S+)");

  public TemplatePaths {
    byVariable = Map.copyOf(byVariable);
  }

  /** Those of the template beside the sources. */
  public static TemplatePaths read() {
    try {
      Path template = Path.of(System.getProperty("venue.root"), "template.yaml");
      Matcher matcher = PATH.matcher(Files.readString(template));
      Map<String, String> paths = new HashMap<>();
      while (matcher.find()) {
        paths.put(matcher.group(1), matcher.group(2));
      }
      return new TemplatePaths(paths);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String of(String variable) {
    return Optional.ofNullable(byVariable.get(variable))
        .orElseThrow(() -> new IllegalArgumentException("the template has no " + variable));
  }
}
