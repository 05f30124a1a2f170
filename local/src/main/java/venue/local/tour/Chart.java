package venue.local.tour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;

/** Values over time as one line of blocks. */
record Chart(int width) {
  private static final String BLOCKS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

  /**
   * The line.
   *
   * @param values at equal steps of time, at least one
   * @param top what fills a block; zero is an empty one
   */
  String line(List<BigDecimal> values, BigDecimal top) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < width; column++) {
      int from = (int) ((long) column * values.size() / width);
      int to = Math.max(from + 1, (int) ((long) (column + 1) * values.size() / width));
      line.append(block(Collections.min(values.subList(from, to)), top));
    }
    return line.toString();
  }

  private static char block(BigDecimal value, BigDecimal top) {
    int full = BLOCKS.length() - 1;
    int eighths =
        top.signum() == 0
            ? 0
            : value
                .multiply(BigDecimal.valueOf(full))
                .divide(top, 0, RoundingMode.HALF_EVEN)
                .intValue();
    return BLOCKS.charAt(Math.max(value.signum() > 0 ? 1 : 0, Math.min(full, eighths)));
  }
}
