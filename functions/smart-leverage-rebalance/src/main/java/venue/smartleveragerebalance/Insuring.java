package venue.smartleveragerebalance;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import venue.domain.house.HouseShard;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.FundInsurance;
import venue.domain.smartleverage.FundInsurance.Settled;
import venue.domain.smartleverage.Rebalance;
import venue.function.Attempts;
import venue.function.Environment;
import venue.function.OrderIds;
import venue.store.FundInsuranceStore;
import venue.store.HouseStore;
import venue.store.MarketPage;
import venue.store.MarketStore;

/** Feeds the insurance of funds once an hour, and lets that of a wiped one pay. */
record Insuring(
    FundInsuranceStore store,
    MarketStore markets,
    HouseStore house,
    int shards,
    OrderIds ids,
    RandomGenerator random,
    Attempts attempts) {

  static Insuring of(Environment environment) {
    return new Insuring(
        new FundInsuranceStore(environment.dynamoDb(), environment::variable),
        new MarketStore(environment.dynamoDb(), environment::variable),
        new HouseStore(environment.dynamoDb(), environment::variable),
        environment.positive("HOUSE_SHARDS"),
        new OrderIds(environment.venueTime(), environment.random()),
        environment.random(),
        new Attempts(environment.random()));
  }

  void run(MarketPage page, boolean feeds, LambdaLogger log) {
    page.tick().ifPresent(tick -> page.funds().forEach(fund -> run(fund, tick, feeds, log)));
  }

  private void run(Fund fund, Tick tick, boolean feeds, LambdaLogger log) {
    attempts
        .first(() -> step(fund, tick, feeds))
        .orElseThrow(
            () -> new IllegalStateException("the insurance of " + fund.name() + " is busy"))
        .ifPresent(settled -> log.log(line(settled)));
  }

  private Optional<Optional<Settled>> step(Fund fund, Tick tick, boolean feeds) {
    Optional<FundInsurance> insurance = store.read(fund.name());
    if (insurance.isEmpty()) {
      store.begin(FundInsurance.begin(fund, tick));
      return Optional.of(Optional.empty());
    }
    boolean ended = insurance.get().hasEnded(fund);
    if (!ended && !(feeds && insurance.get().isDue(tick))) {
      return Optional.of(Optional.empty());
    }
    List<HouseShard> books = house.shards(fund.market(), shards);
    int through = random.nextInt(books.size());
    Settled settled = settled(insurance.get(), fund, tick, books, through);
    return store.commit(settled, books.get(through))
        ? Optional.of(Optional.of(settled))
        : Optional.empty();
  }

  private Settled settled(
      FundInsurance insurance, Fund fund, Tick tick, List<HouseShard> books, int through) {
    return insurance.hasEnded(fund)
        ? insurance.ended(wipe(insurance), tick, books, through, ids.next())
        : insurance.fed(fund, tick, books, through, ids.next());
  }

  private Rebalance wipe(FundInsurance insurance) {
    return markets.rebalancesSince(insurance.fund(), insurance.time()).stream()
        .filter(done -> done.kind() == Rebalance.Kind.WIPE)
        .filter(done -> done.before().series() == insurance.series())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no wipe of " + insurance.fund() + " is on record"));
  }

  private static String line(Settled settled) {
    return "insurance of %s: %s collected, %s paid%n"
        .formatted(
            settled.after().fund(),
            settled.collected().toPlainString(),
            settled.paid().toPlainString());
  }
}
