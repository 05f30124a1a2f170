package venue.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import venue.local.prices.Recordings;
import venue.local.tour.Tour;

/** The command that shows both products in the deepest fall of a recording. */
@Command(
    name = "tour",
    description = {
      "Trades both products through the deepest fall of a recording within twelve hours.",
      "Exits with 1 if anything disagrees with the rules or the books do not hold."
    })
final class TourCommand implements Callable<Integer> {
  private final PrintStream out;
  private final Path root;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Candle files, CSV or CSV.gz (default: the recording that comes with the venue).")
  private List<Path> prices = List.of();

  /**
   * @param root the project's directory
   */
  TourCommand(PrintStream out, Path root) {
    this.out = out;
    this.root = root;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Tour tour =
        new Tour(VenueOptions.of(root.resolve("template.yaml"), Recordings.read(prices)), out);
    return tour.run() ? 0 : 1;
  }
}
