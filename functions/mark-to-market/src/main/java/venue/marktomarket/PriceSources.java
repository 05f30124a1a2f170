package venue.marktomarket;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import venue.domain.Outcome;
import venue.domain.market.PriceConsensus.Answer;
import venue.function.Environment;
import venue.wire.Fields;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.MalformedJson;

/** All price sources, asked at the same time. One that fails or is slow is left out and logged. */
record PriceSources(HttpClient client, List<PriceSource> sources, InstantSource venueTime) {
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final long LONGEST_ANSWER = 1 << 20;

  static PriceSources of(Environment environment) {
    return new PriceSources(
        HttpClient.newBuilder().connectTimeout(PATIENCE).build(),
        configured(environment.variable("PRICE_SOURCES")),
        environment.venueTime());
  }

  private static List<PriceSource> configured(String text) {
    try {
      if (Json.parse(text) instanceof JsonArray(List<Json> elements) && !elements.isEmpty()) {
        List<PriceSource> sources = elements.stream().map(PriceSources::configured).toList();
        if (sources.stream().map(PriceSource::name).distinct().count() < sources.size()) {
          throw new IllegalStateException("variable PRICE_SOURCES names a source twice");
        }
        return sources;
      }
    } catch (MalformedJson e) {
      throw new IllegalStateException("variable PRICE_SOURCES: " + e.getMessage(), e);
    }
    throw new IllegalStateException("variable PRICE_SOURCES is not a JSON list of sources");
  }

  private static PriceSource configured(Json element) {
    if (!(element instanceof JsonObject object)) {
      throw new IllegalStateException("variable PRICE_SOURCES: a source is an object");
    }
    Fields fields = Fields.of(object);
    Outcome<PriceSource> source =
        fields.as(
            () ->
                new PriceSource(
                    fields.text("name"),
                    fields.text("url"),
                    fields.text("price"),
                    fields.optionalText("time").orElse(""),
                    (int) fields.optionalWholeNumber("weight").orElse(1)));
    return source.fold(
        read -> read,
        refusal -> {
          throw new IllegalStateException("variable PRICE_SOURCES: " + refusal.message());
        });
  }

  List<Answer> ask(String market, LambdaLogger log) {
    List<CompletableFuture<Optional<Answer>>> asked = new ArrayList<>();
    for (PriceSource source : sources) {
      asked.add(ask(source, market, log));
    }
    return asked.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
  }

  // The client's own timeout ends with the headers; a body may stall after them.
  private CompletableFuture<Optional<Answer>> ask(
      PriceSource source, String market, LambdaLogger log) {
    CompletableFuture<HttpResponse<String>> sent =
        client.sendAsync(
            HttpRequest.newBuilder(source.of(market)).timeout(PATIENCE).build(),
            BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
    return sent.copy()
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(response -> read(source, response, market, log))
        .exceptionally(
            failure -> {
              sent.cancel(true);
              return left(source, market, failure.toString(), log);
            });
  }

  private Optional<Answer> read(
      PriceSource source, HttpResponse<String> response, String market, LambdaLogger log) {
    if (response.statusCode() != 200) {
      return left(source, market, "status " + response.statusCode(), log);
    }
    try {
      Optional<Answer> answer = source.read(response.body(), venueTime.instant());
      return answer.isPresent() ? answer : left(source, market, "no price in its answer", log);
    } catch (MalformedJson e) {
      return left(source, market, "its answer is not JSON", log);
    }
  }

  private static Optional<Answer> left(
      PriceSource source, String market, String why, LambdaLogger log) {
    log.log("price source " + source.name() + " left out for " + market + ": " + why + "\n");
    return Optional.empty();
  }
}
