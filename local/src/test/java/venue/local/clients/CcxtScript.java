package venue.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Trades with ccxt as published: a script beside the tests, run by Node.
 *
 * @param baseUrl where the venue answers, with the path of the API
 * @param key of an account with a fresh deposit of 10,000 USDT and no position
 * @param secret of that key
 */
public record CcxtScript(String baseUrl, String key, String secret) {
  private static final Path FOLDER = Path.of("src", "test", "clients", "ccxt");

  /** Runs the script to its end; the test is skipped where Node or ccxt is not installed. */
  public void run() throws IOException, InterruptedException {
    assumeTrue(nodeIsInstalled(), "skipped: node is not installed");
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules")),
        "skipped: ccxt is not installed, run npm ci in local/" + FOLDER);
    Path output = Files.createTempFile("ccxt", ".txt");
    try {
      assertThat(succeedsWritingTo(output))
          .as(() -> "ccxt at " + baseUrl + "\n" + contentOf(output))
          .isTrue();
      System.out.print(contentOf(output));
    } finally {
      Files.delete(output);
    }
  }

  private boolean succeedsWritingTo(Path output) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("node", "trade.mjs")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(Map.of("BASE", baseUrl, "KEY", key, "SECRET", secret));
    Process process = builder.start();
    try {
      return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }

  private static String contentOf(Path output) {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static boolean nodeIsInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of(Path.of(folder, "node"), Path.of(folder, "node.exe")))
        .anyMatch(Files::isExecutable);
  }
}
