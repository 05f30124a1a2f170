package venue.local.tour;

import java.io.Serial;
import venue.local.Trader;

/** The venue refused what the tour cannot do without. */
final class Refused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private Refused(String message) {
    super(message);
  }

  /** The answer, if it is not a refusal. */
  static Trader.Answer unless(Trader.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new Refused("the venue answers " + answer.status() + " " + answer.body());
    }
    return answer;
  }
}
