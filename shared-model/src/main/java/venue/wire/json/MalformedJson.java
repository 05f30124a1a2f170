package venue.wire.json;

import java.io.Serial;

/** A text is not the JSON the venue takes. The message names the place and what is wrong there. */
public final class MalformedJson extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  MalformedJson(String problem, int line, int column) {
    super("line " + line + ", column " + column + ": " + problem);
    this.line = line;
    this.column = column;
  }

  /** The line of the problem, from 1. */
  public int line() {
    return line;
  }

  /** The column of the problem, in characters from 1. */
  public int column() {
    return column;
  }
}
