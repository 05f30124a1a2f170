package venue.domain.smartleverage;

import java.math.BigDecimal;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Side;

/**
 * The rules of a market's two funds.
 *
 * @param ofLong policy of the long fund
 * @param ofShort policy of the short fund
 * @param managementFee {@code f}, per NAV and year
 */
public record FundRule(LeveragePolicy ofLong, LeveragePolicy ofShort, BigDecimal managementFee) {
  /** What a market has unless its operator chooses. */
  public static final FundRule USUAL = ofBoth(VolatilityTarget.USUAL, new BigDecimal("0.02"));

  /** The same policy for both. */
  public static FundRule ofBoth(LeveragePolicy policy, BigDecimal managementFee) {
    return new FundRule(policy, policy, managementFee);
  }

  /** The policy of the fund of a direction. */
  public LeveragePolicy policy(Side side) {
    return side == Side.LONG ? ofLong : ofShort;
  }

  /** The rule, refused with the condition it breaks. */
  public static Outcome<FundRule> checked(FundRule rule) {
    boolean isFee =
        rule.managementFee.signum() >= 0 && rule.managementFee.compareTo(BigDecimal.ONE) < 0;
    if (!isFee) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, "management_fee should be at least 0 and below 1");
    }
    return rule.ofLong
        .checked()
        .within("long_fund")
        .then(first -> rule.ofShort.checked().within("short_fund"))
        .then(second -> Outcome.done(rule));
  }
}
