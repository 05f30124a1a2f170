package venue.marktomarket;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.domain.Side;
import venue.domain.house.HouseBooks;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.PriceConsensus;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.function.Attempts;
import venue.function.Environment;
import venue.function.FundAdvancing;
import venue.store.Appended;
import venue.store.HouseStore;
import venue.store.MarketPage;
import venue.store.MarketStore;

/** One tick of one market: ask the sources, agree, read the house's sums, store. */
record Ticking(
    MarketStore store,
    FundAdvancing funds,
    HouseStore house,
    int shards,
    PriceSources sources,
    int quorum,
    Alarms alarms,
    MinutePlan plan,
    InstantSource venueTime,
    Attempts attempts) {
  private static final BigDecimal DEVIATION_MAX = new BigDecimal("0.01");

  static Ticking of(Environment environment, SqsClient sqs) {
    MarketStore store = new MarketStore(environment.dynamoDb(), environment::variable);
    return new Ticking(
        store,
        FundAdvancing.of(environment),
        new HouseStore(environment.dynamoDb(), environment::variable),
        environment.positive("HOUSE_SHARDS"),
        PriceSources.of(environment),
        environment.positive("PRICE_QUORUM"),
        Alarms.of(environment, sqs),
        MinutePlan.of(environment, sqs),
        environment.venueTime(),
        new Attempts(environment.random()));
  }

  List<String> markets() {
    return store.names();
  }

  void tick(String name, LambdaLogger log) {
    funds.advanced(name, line -> log.log(line + "\n")).ifPresent(page -> tick(page, log));
  }

  private void tick(MarketPage page, LambdaLogger log) {
    Market market = page.market();
    List<PriceConsensus.Answer> answers = sources.ask(market.name(), log);
    Instant now = venueTime.instant();
    HouseBooks books = HouseBooks.of(house.shards(market.name(), shards));
    NextTick next =
        new NextTick(
            market,
            books.skew(market.contract(), page.funds()),
            books.exposure().openInterest(),
            books.traded());
    Optional<PriceConsensus.Agreed> agreed =
        new PriceConsensus(quorum, market.priceAgeMax(), DEVIATION_MAX).of(answers, now);
    next.after(page.tick(), agreed, now)
        .map(tick -> tick.withHouse(books.figures(market.contract(), tick, page.funds())))
        .flatMap(this::append)
        .ifPresent(tick -> follow(tick, page));
  }

  private Optional<Tick> append(Tick tick) {
    return attempts
        .first(
            () -> {
              Appended appended = store.append(tick);
              return appended instanceof Appended.Crossed
                  ? Optional.empty()
                  : Optional.of(appended);
            })
        .flatMap(Appended::inForce);
  }

  private void follow(Tick tick, MarketPage page) {
    boolean fundsAreMissing = page.funds().size() < Side.values().length;
    if (fundsAreMissing && tick.quality() == Tick.Quality.GOOD) {
      for (Side side : Side.values()) {
        store.open(Fund.open(page.market(), side, tick));
      }
    }
    alarms.raise(page.market(), page.funds(), tick);
    page.tick().ifPresent(last -> plan.hurry(page.market(), last, tick));
  }
}
