package venue.local;

import java.io.Serial;

/** Why the venue does not start: one line for the person who started it. */
public final class StartRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public StartRefused(String line) {
    super(line);
  }

  public StartRefused(String line, Throwable cause) {
    super(line, cause);
  }

  /** The one line. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
