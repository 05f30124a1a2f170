package venue.domain.futures;

import venue.domain.account.Account;
import venue.domain.house.HouseShard;

/** What a filled order leaves behind: all of it is stored together, or nothing. */
public record FuturesExecution(
    Account account, Position position, HouseShard shard, FuturesFill fill) {}
