package venue.domain.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import venue.domain.smartleverage.FundRule;

/**
 * A market's whole configuration: the contract and the rules both products follow on it.
 *
 * @param solvency how much equity the house must have for the risk it carries
 * @param jumpBound beyond which a move waits for a second tick
 * @param priceAgeMax how old a tick may be for an order to fill at it
 * @param startingVolatility per year; what is assumed until prices have told
 * @param createTime when the market was opened, venue time
 */
public record Market(
    Contract contract,
    FillRule fill,
    FundingRule funding,
    Caps caps,
    Solvency solvency,
    FundRule fund,
    JumpBound jumpBound,
    Duration priceAgeMax,
    BigDecimal startingVolatility,
    Instant createTime) {

  /** The same market in which every order waits for the next good tick. */
  public Market waiting() {
    return new Market(
        contract,
        new FillRule(fill.halfSpread(), fill.z(), fill.skewScale(), true),
        funding,
        caps,
        solvency,
        fund,
        jumpBound,
        priceAgeMax,
        startingVolatility,
        createTime);
  }

  /** The same market with another rule for its funds. */
  public Market withFund(FundRule rule) {
    return new Market(
        contract,
        fill,
        funding,
        caps,
        solvency,
        rule,
        jumpBound,
        priceAgeMax,
        startingVolatility,
        createTime);
  }

  /** The market's name, which is its contract's. */
  public String name() {
    return contract.name();
  }
}
