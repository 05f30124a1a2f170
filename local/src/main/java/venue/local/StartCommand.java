package venue.local;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import venue.local.prices.Recordings;
import venue.local.time.Leap;
import venue.store.Schema;

/** The command that starts the venue and stays until it is told to end. */
@Command(name = "venue", description = "Runs template.yaml on this machine.")
final class StartCommand implements Callable<Integer> {
  private static final String TICK_SECONDS = "TickSeconds";
  private static final int SECONDS_OF_RUNNING_TIME = 9;
  private static final int MINUTE = 60;

  private final PrintStream out;
  private final Path root;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:PORT:-8080}",
      description = "Where it serves (default: PORT of the environment, or 8080).")
  private int port;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Candle files to replay, CSV or CSV.gz, one or more for each market.")
  private List<Path> prices = List.of();

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "How many times faster than real time it runs (default: 1).",
        "max: without waiting, until the recordings end; from there at 1, without fresh prices."
      })
  private String speed = "1";

  @Option(
      names = "--tick-seconds",
      paramLabel = "N",
      description = {
        "Seconds between two ticks of a market (default: as the template says; 60 at --speed max).",
        "Above " + SECONDS_OF_RUNNING_TIME + " at --speed max only: in between, prices grow old."
      })
  private @Nullable Integer tickSeconds;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps the database in this directory (default: in memory).")
  private @Nullable Path data;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "The template (default: template.yaml of this project).")
  private @Nullable Path template;

  /**
   * @param root the project's directory
   */
  StartCommand(PrintStream out, Path root) {
    this.out = out;
    this.root = root;
  }

  @Override
  public Integer call() {
    check(port >= 0 && port <= 65_535, "--port is a number from 0 to 65535, not " + port);
    Speed asked = speed();
    VenueOptions asDeployed =
        VenueOptions.of(
                Optional.ofNullable(template).orElseGet(() -> root.resolve("template.yaml")),
                Recordings.read(prices))
            .onPort(port)
            .atSpeed(asked)
            .keptIn(Optional.ofNullable(data))
            .requiring(Schema.requiredIndexes());
    VenueOptions options =
        tickSeconds(asked)
            .map(seconds -> asDeployed.with(TICK_SECONDS, seconds.toString()))
            .orElse(asDeployed);
    Opened opened = new Opened();
    Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "ending"));
    run(opened, options);
    return 0;
  }

  private Speed speed() {
    try {
      return Speed.of(speed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<Integer> tickSeconds(Speed asked) {
    if (tickSeconds == null) {
      return asked.leaps() ? Optional.of(MINUTE) : Optional.empty();
    }
    int most = asked.leaps() ? MINUTE : SECONDS_OF_RUNNING_TIME;
    check(
        tickSeconds > 0 && tickSeconds <= most,
        "--tick-seconds is a whole number from 1 to 9, at --speed max to 60, not " + tickSeconds);
    return Optional.of(tickSeconds);
  }

  private void report(Leap.Figures replayed) {
    out.printf(
        Locale.ROOT,
        "replayed %d minutes in %.1f s; going on at speed 1 without fresh prices%n",
        replayed.venueTime().toMinutes(),
        replayed.wallTime().toMillis() / 1000.0);
    out.flush();
  }

  private void run(Opened opened, VenueOptions options) {
    Venue venue = opened.add(new Venue(options));
    DemoAccount demo = new Preparation(venue).prepare();
    venue.begin();
    out.printf(
        "ready %s/api/v4 key=%s secret=%s admin=%s%n",
        venue.address(), demo.key(), demo.secret(), venue.adminToken());
    out.flush();
    boolean onTerminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    opened.add(new StatusLine(new Status(venue), out, onTerminal)).start();
    var _ = venue.replayed().thenAccept(this::report);
    ParentProcess.awaitEnd();
  }

  private void check(boolean condition, String message) {
    if (!condition && spec != null) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
