package venue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.house.HouseShard;
import venue.domain.smartleverage.FundInsurance;

/** How far the insurance of funds has been fed, and what that does to the house's books. */
public final class FundInsuranceStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public FundInsuranceStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** How far the insurance of a fund has been fed; none if it was never looked at. */
  public Optional<FundInsurance> read(String fund) {
    Key key = Key.fundInsurance(fund);
    return store.read(List.of(key)).get(key).map(item -> read(fund, item));
  }

  private static FundInsurance read(String fund, Item item) {
    return new FundInsurance(
        fund, item.whole("series"), item.number("fee"), item.time("time"), item.whole("step"));
  }

  /** Begins to look at a fund; if somebody else has, nothing is changed. */
  public void begin(FundInsurance insurance) {
    var _ = store.write(Write.creating(Table.HOUSE, write(insurance)));
  }

  /**
   * Stores a step, with what it moved.
   *
   * @param before the shard it is booked through, as it was
   * @return false if the shard or the insurance has changed since it was read
   */
  public boolean commit(FundInsurance.Settled settled, HouseShard before) {
    List<Write> writes = new ArrayList<>();
    writes.add(
        Write.following(Table.HOUSE, write(settled.after()), "step", settled.before().step()));
    if (!settled.entry().postings().isEmpty()) {
      HouseShard shard = settled.shard();
      writes.add(
          Write.following(Table.HOUSE, ShardItems.write(shard), "sequence", before.sequence()));
      writes.add(
          Write.creating(
              Table.HOUSE,
              EntryItems.write(
                  Item.at(Key.houseEntry(shard.market(), settled.entry().id()))
                      .with("kind", "fund insurance")
                      .with("fund", settled.after().fund())
                      .with("collected", settled.collected())
                      .with("paid", settled.paid()),
                  settled.entry())));
    }
    return store.write(writes);
  }

  private static Item write(FundInsurance insurance) {
    return Item.at(Key.fundInsurance(insurance.fund()))
        .with("series", insurance.series())
        .with("fee", insurance.fee())
        .with("time", insurance.time())
        .with("step", insurance.step());
  }
}
