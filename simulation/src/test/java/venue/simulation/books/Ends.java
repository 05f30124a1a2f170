package venue.simulation.books;

import java.math.BigDecimal;
import java.util.HashMap;
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
    Map<String, BigDecimal> stored = new HashMap<>(shard.units());
    stored.put("CASH", shard.cash());
    stored.put("FEES", shard.fees());
    stored.put("INSURANCE", shard.insurance());
    shard.pots().forEach((fund, pot) -> stored.put("INSURANCE#" + fund, pot));
    stored.put("EXTERNAL", shard.external());
    stored.put("LONGS", BigDecimal.valueOf(shard.exposure().longs()));
    stored.put("SHORTS", BigDecimal.valueOf(shard.exposure().shorts()));
    stored.put("COST", shard.exposure().cost());
    stored.put("FUNDING", shard.exposure().funding());
    chains.endsAt(shard.book(), shard.sequence(), stored);
  }
}
