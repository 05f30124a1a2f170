package venue.local.template;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code rate(n minutes)}, hours and days: the schedule expressions that are supported. */
final class Rate {
  private static final Pattern RATE =
      Pattern.compile("rate\\((?<n>[1-9]\\d{0,5}) (?<unit>minute|hour|day)s?\\)");

  private Rate() {}

  static Duration of(Section properties) {
    String expression = properties.requiredText("ScheduleExpression");
    Matcher rate = RATE.matcher(expression);
    if (!rate.matches()) {
      throw properties.unsupported("ScheduleExpression " + expression);
    }
    long n = Long.parseLong(rate.group("n"));
    return switch (rate.group("unit")) {
      case "minute" -> Duration.ofMinutes(n);
      case "hour" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }
}
