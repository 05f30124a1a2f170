package venue.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that audits a kept database. */
@Command(
    name = "audit",
    description = {
      "Audits the books in a kept database and shows the report.",
      "Exits with 1 if anything does not hold."
    })
final class AuditCommand implements Callable<Integer> {
  private final PrintStream out;
  private final Path root;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The directory with the database.")
  private Path data = Path.of("");

  /**
   * @param root the project's directory
   */
  AuditCommand(PrintStream out, Path root) {
    this.out = out;
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    try (Venue venue = new Venue(VenueOptions.ofKept(root.resolve("template.yaml"), data))) {
      ObjectMapper json = new ObjectMapper();
      JsonNode report = json.readTree(venue.invoke("BookAudit", "{\"anew\":true}"));
      while (report.path("state").asText().equals("resting")) {
        report = json.readTree(venue.invoke("BookAudit", "{}"));
      }
      out.println(report.toPrettyString());
      out.flush();
      return report.path("state").asText().equals("holds") ? 0 : 1;
    }
  }
}
