package venue.marktomarket;

import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.domain.house.Deficit;
import venue.domain.market.Market;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;
import venue.function.Environment;
import venue.store.DueOrders;
import venue.store.DuePositions;
import venue.wire.json.JsonObject;

/** Tells those who act on a tick that it gives them something to do; usually it does not. */
record Alarms(
    DuePositions positions,
    DueOrders orders,
    SqsClient sqs,
    String liquidationQueue,
    String triggerQueue,
    String rebalanceQueue) {

  static Alarms of(Environment environment, SqsClient sqs) {
    return new Alarms(
        new DuePositions(environment.dynamoDb(), environment::variable),
        new DueOrders(environment.dynamoDb(), environment::variable),
        sqs,
        environment.variable("LIQUIDATION_QUEUE"),
        environment.variable("TRIGGER_QUEUE"),
        environment.variable("REBALANCE_QUEUE"));
  }

  void raise(Market market, List<Fund> funds, Tick tick) {
    PriceRange range = PriceRange.of(tick);
    if (tick.quality() == Tick.Quality.GOOD
        && (isBelowFloor(market, tick) || anyIsDue(market, range, tick))) {
      send(liquidationQueue, tick);
    }
    if (tick.quality() == Tick.Quality.GOOD && orders.any(market.name(), range)) {
      send(triggerQueue, tick);
    }
    if (funds.stream().anyMatch(fund -> Rebalance.due(fund, market, tick).isPresent())) {
      send(rebalanceQueue, tick);
    }
  }

  // Without open interest no position is there to be due, and the index need not be asked.
  private boolean anyIsDue(Market market, PriceRange range, Tick tick) {
    return tick.openInterest() != 0 && positions.any(market.contract(), range, tick.fundingSeen());
  }

  // Whoever sweeps deleverages too.
  private static boolean isBelowFloor(Market market, Tick tick) {
    return tick.houseEquity()
        .flatMap(equity -> Deficit.of(market, tick, tick.skew(), equity))
        .isPresent();
  }

  private void send(String queue, Tick tick) {
    String body =
        JsonObject.builder()
            .put("market", tick.market())
            .put("tick", tick.sequence())
            .build()
            .write();
    sqs.sendMessage(request -> request.queueUrl(queue).messageBody(body));
  }
}
