package venue.simulation.books;

import java.util.Map;
import venue.domain.account.Account;
import venue.domain.house.HouseShard;

/** Whether chains end at what is stored of their books. */
public record Ends(Chains chains) {

  /** An account's. */
  public void of(Account account) {
    chains.endsAt(
        account.book(),
        account.sequence(),
        Map.of("CASH", account.cash(), "EXTERNAL", account.external()));
  }

  /** A house shard's. */
  public void of(HouseShard shard) {
    chains.endsAt(
        shard.book(),
        shard.sequence(),
        Map.of(
            "CASH", shard.cash(),
            "FEES", shard.fees(),
            "INSURANCE", shard.insurance(),
            "EXTERNAL", shard.external()));
  }
}
