package venue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.local.prices.DefaultRecording;

/** The README's commands, done as they stand there. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("venue.root"));

  @TempDir Path directory;

  /** The lines from the one that defines {@code gate} to the end of that block. */
  private static String shellBlock() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
    return String.join(
        "\n",
        lines.stream()
            .dropWhile(line -> !line.startsWith("    gate()"))
            .takeWhile(line -> line.startsWith("    "))
            .map(line -> line.substring(4))
            .toList());
  }

  private static boolean isHere(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
  }

  @Test
  void tradesWithNothingButAShell() throws Exception {
    for (String program : List.of("bash", "curl", "openssl", "sed")) {
      assumeTrue(
          isHere(program), program + " is not here: the README's shell commands are not run");
    }
    VenueOptions options =
        VenueOptions.of(ROOT.resolve("template.yaml"), List.of(DefaultRecording.read()));
    try (Venue venue = new Venue(options)) {
      DemoAccount demo = new Preparation(venue).prepare();
      venue.begin();
      String script = shellBlock().replace("http://127.0.0.1:8080", venue.address());
      assertThat(script).contains("gate POST").contains(venue.address());
      ProcessBuilder shell = new ProcessBuilder("bash", "-ec", script);
      shell.environment().putAll(Map.of("KEY", demo.key(), "SECRET", demo.secret()));
      Path output = directory.resolve("output");
      Process run = shell.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();

      List<String> answers = Files.readString(output, UTF_8).lines().toList();
      assertThat(run.exitValue()).as(answers.toString()).isZero();
      assertThat(answers).hasSize(5).noneMatch(answer -> answer.contains("\"label\""));
      assertThat(answers.get(0)).contains("\"status\":\"finished\"");
      assertThat(answers.get(1)).contains("\"size\":10");
      assertThat(answers.get(3)).contains("\"product\":\"BTC_USDT_LONG\"");
    }
  }
}
