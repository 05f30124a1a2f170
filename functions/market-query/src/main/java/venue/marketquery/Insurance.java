package venue.marketquery;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.house.HouseBooks;
import venue.function.Environment;
import venue.store.HouseStore;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;

/** The insurance of all markets as of now: what it was before is not kept. */
record Insurance(Board board, HouseStore house, int shards) {

  static Insurance of(Board board, Environment environment) {
    return new Insurance(
        board,
        new HouseStore(environment.dynamoDb(), environment::variable),
        environment.positive("HOUSE_SHARDS"));
  }

  HttpResponse list(HttpRequest request) {
    return Answers.list(request, fields -> slice(fields).then(slice -> Outcome.done(now(slice))));
  }

  private static Outcome<Slice> slice(Fields fields) {
    return fields.as(() -> Slice.read(fields));
  }

  private List<Json> now(Slice slice) {
    BigDecimal sum =
        board.markets().names().stream()
            .map(market -> HouseBooks.of(house.shards(market, shards)).insurance())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return slice.of(
        List.of(JsonObject.builder().put("t", board.now().getEpochSecond()).put("b", sum).build()));
  }
}
