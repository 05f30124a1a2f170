package venue.local.tour;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says where the tour is, a line every hour of the market. */
final class Progress {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Duration STEP = Duration.ofHours(1);
  private static final int WIDTH = 40;

  private final Fall fall;
  private final PrintStream out;
  private Instant next = Instant.MIN;

  Progress(Fall fall, PrintStream out) {
    this.fall = fall;
    this.out = out;
    out.printf(
        Locale.ROOT,
        "%s from %s to %s: %s becomes %s. 1000 USDT each, from %s on.%n",
        fall.recording().market(),
        TIME.format(fall.high().time()),
        TIME.format(fall.low().time()),
        Amount.shown(fall.high().price()),
        Amount.shown(fall.low().price()),
        TIME.format(fall.open()));
    out.flush();
  }

  void at(Instant time, BigDecimal price) {
    if (time.isBefore(next)) {
      return;
    }
    next = time.plus(STEP);
    BigDecimal part = price.divide(fall.high().price(), MathContext.DECIMAL64).min(BigDecimal.ONE);
    int bar = part.multiply(BigDecimal.valueOf(WIDTH)).intValue();
    out.println(TIME.format(time) + "  " + Amount.shown(price) + "  " + "=".repeat(bar));
    out.flush();
  }
}
