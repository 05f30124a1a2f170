package venue.marktomarket;

import software.amazon.awssdk.services.sqs.SqsClient;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.function.Environment;
import venue.store.DuePositions;
import venue.wire.json.JsonObject;

/** Tells those who act on a tick that it gives them something to do; usually it does not. */
record Alarms(DuePositions due, SqsClient sqs, String liquidationQueue) {

  static Alarms of(Environment environment, SqsClient sqs) {
    return new Alarms(
        new DuePositions(environment.dynamoDb(), environment::variable),
        sqs,
        environment.variable("LIQUIDATION_QUEUE"));
  }

  void raise(Market market, Tick tick) {
    if (tick.quality() == Tick.Quality.GOOD && due.any(market.contract(), tick)) {
      String body =
          JsonObject.builder()
              .put("market", market.name())
              .put("tick", tick.sequence())
              .build()
              .write();
      sqs.sendMessage(request -> request.queueUrl(liquidationQueue).messageBody(body));
    }
  }
}
