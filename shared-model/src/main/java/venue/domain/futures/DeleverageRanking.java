package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import venue.domain.Side;

/**
 * Who of a market's winners would be closed first, told by fifths: the lowest score of the first,
 * second, third and fourth fifth of each side as of a tick. A position's own number follows from
 * its own score.
 *
 * @param market the contract's name
 * @param time of the tick, venue time
 * @param limits of each side, four falling scores; none of a side on which nobody won
 */
public record DeleverageRanking(String market, Instant time, Map<Side, List<BigDecimal>> limits) {
  /** What the winners show who would be closed first, and all where no ranking tells. */
  public static final int FIRST = 1;

  /** What a position without profit shows: it is not closed to protect the house. */
  public static final int NONE = 6;

  private static final int FIFTHS = 5;

  public DeleverageRanking {
    limits = Map.copyOf(limits);
  }

  /**
   * The limits of one side.
   *
   * @param winners in the order in which they would be closed
   */
  public static List<BigDecimal> limits(List<Winner> winners) {
    List<BigDecimal> limits = new ArrayList<>();
    for (int fifth = 1; fifth < FIFTHS && !winners.isEmpty(); fifth++) {
      int count = (winners.size() * fifth + FIFTHS - 1) / FIFTHS;
      limits.add(winners.get(count - 1).score());
    }
    return limits;
  }

  /**
   * A winner's number: 1 if it is in the fifth that is closed first, 5 if in the last. On a side on
   * which nobody won when the ranking was made it is 1.
   */
  public int of(Winner winner) {
    List<BigDecimal> ofSide =
        limits.getOrDefault(winner.size() > 0 ? Side.LONG : Side.SHORT, List.of());
    int fifth = FIRST;
    for (BigDecimal limit : ofSide) {
      fifth += winner.score().compareTo(limit) < 0 ? 1 : 0;
    }
    return fifth;
  }
}
