package venue.local;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows a venue's status: redrawn in place on a terminal, otherwise a line now and then. */
final class StatusLine implements AutoCloseable {
  private static final int SECONDS_IN_PLACE = 2;
  private static final int SECONDS_BETWEEN_LINES = 10;
  private static final String START_OF_LINE = "\r\u001b[K";

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("status").daemon().factory());
  private final Status status;
  private final PrintStream out;
  private final boolean inPlace;

  StatusLine(Status status, PrintStream out, boolean inPlace) {
    this.status = status;
    this.out = out;
    this.inPlace = inPlace;
  }

  void start() {
    int seconds = inPlace ? SECONDS_IN_PLACE : SECONDS_BETWEEN_LINES;
    var _ = timer.scheduleWithFixedDelay(this::show, seconds, seconds, TimeUnit.SECONDS);
  }

  private void show() {
    String line;
    try {
      line = status.line();
    } catch (RuntimeException e) {
      line = "no status: " + e.getMessage();
    }
    if (inPlace) {
      out.print(START_OF_LINE + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
