package venue.liquidationsweep;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import venue.domain.futures.Position;
import venue.domain.market.Contract;
import venue.domain.market.Tick;
import venue.domain.market.Tier;
import venue.store.AccountState;

/**
 * What is due in an account at the latest ticks, reckoned from its positions alone: no key, no box
 * and no index is asked.
 *
 * @param isolated markets in which an isolated position is due
 * @param cross whether the cross positions are due together
 */
record Judged(Set<String> isolated, boolean cross) {

  static Judged at(SweptVenue venue, AccountState state) {
    Set<String> isolated = new TreeSet<>();
    BigDecimal slack = state.account().cash().subtract(state.account().positionMargin());
    boolean hasLegs = false;
    for (Position position : state.open()) {
      Contract contract = venue.market(position.market()).contract();
      BigDecimal own = slack(position, contract, venue.tick(position.market()));
      if (position.cross()) {
        hasLegs = true;
        slack = slack.add(own);
      } else if (position.margin().add(own).signum() <= 0) {
        isolated.add(position.market());
      }
    }
    return new Judged(isolated, hasLegs && slack.signum() <= 0);
  }

  boolean isDue() {
    return cross || !isolated.isEmpty();
  }

  /** {@code q(P − E) − q(F − F₀) − max(r|q|P − d)}. */
  private static BigDecimal slack(Position position, Contract contract, Tick tick) {
    BigDecimal q = contract.quantoMultiplier().multiply(BigDecimal.valueOf(position.size()));
    BigDecimal funding = tick.fundingIndex().subtract(position.fundingIndex());
    BigDecimal maintenance = BigDecimal.ZERO;
    for (Tier tier : contract.tiers().tiers()) {
      BigDecimal rate = tier.maintenanceRate().add(contract.takerFeeRate());
      maintenance =
          maintenance.max(rate.multiply(q.abs()).multiply(tick.price()).subtract(tier.deduction()));
    }
    return q.multiply(tick.price().subtract(funding))
        .subtract(position.cost())
        .subtract(maintenance);
  }
}
