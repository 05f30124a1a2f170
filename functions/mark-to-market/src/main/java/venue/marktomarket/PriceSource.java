package venue.marktomarket;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import venue.domain.market.PriceConsensus.Answer;
import venue.wire.json.Json;
import venue.wire.json.MalformedJson;

/**
 * Where a price comes from.
 *
 * @param url with {base} and {quote} in place of the halves of a market's name
 * @param price JSON pointer to the price
 * @param time JSON pointer to the time of the price in milliseconds; empty: the moment of the
 *     answer
 * @param weight of the answer in the median
 */
record PriceSource(String name, String url, String price, String time, int weight) {

  URI of(String market) {
    int cut = market.lastIndexOf('_');
    return URI.create(
        url.replace("{base}", market.substring(0, Math.max(cut, 0)))
            .replace("{quote}", market.substring(cut + 1)));
  }

  /** What the source said, none if its answer holds no price above zero or no time. */
  Optional<Answer> read(String body, Instant now) throws MalformedJson {
    Json answer = Json.parse(body);
    Optional<BigDecimal> value =
        answer.at(price).flatMap(Json::decimal).filter(number -> number.signum() > 0);
    Optional<Instant> at =
        time.isEmpty()
            ? Optional.of(now)
            : answer
                .at(time)
                .flatMap(Json::decimal)
                .map(millis -> Instant.ofEpochMilli(millis.longValue()));
    return value.flatMap(agreed -> at.map(moment -> new Answer(name, agreed, moment, weight)));
  }
}
