package venue.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a request as the event of API Gateway's HTTP API, payload version 2.0. */
final class HttpEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern SEMICOLON = Pattern.compile(";");

  private HttpEvent() {}

  static ObjectNode of(HttpRequest request, Routes.Match match, String requestId, Instant now) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", request.rawPath());
    event.put("rawQueryString", request.rawQuery());
    putHeaders(event, request);
    putQuery(event, request.rawQuery());
    putContext(event, request, match, requestId, now);
    if (!match.pathParameters().isEmpty()) {
      ObjectNode parameters = event.putObject("pathParameters");
      match.pathParameters().forEach(parameters::put);
    }
    putBody(event, request);
    return event;
  }

  private static void putHeaders(ObjectNode event, HttpRequest request) {
    List<String> cookies = request.headers().getOrDefault("cookie", List.of());
    if (!cookies.isEmpty()) {
      ArrayNode list = event.putArray("cookies");
      SEMICOLON.splitAsStream(String.join(";", cookies)).map(String::strip).forEach(list::add);
    }
    ObjectNode headers = event.putObject("headers");
    request.headers().keySet().stream()
        .filter(name -> !name.equals("cookie"))
        .sorted()
        .forEach(name -> headers.put(name, request.header(name).orElse("")));
  }

  private static void putQuery(ObjectNode event, String rawQuery) {
    if (rawQuery.isEmpty()) {
      return;
    }
    ObjectNode parameters = event.putObject("queryStringParameters");
    for (String pair : rawQuery.split("&", -1)) {
      List<String> parts = List.of(pair.split("=", 2));
      String name = decoded(parts.getFirst());
      String value = parts.size() > 1 ? decoded(parts.get(1)) : "";
      parameters.put(
          name, parameters.has(name) ? parameters.get(name).textValue() + "," + value : value);
    }
  }

  private static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return raw;
    }
  }

  private static void putContext(
      ObjectNode event, HttpRequest request, Routes.Match match, String requestId, Instant now) {
    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", "000000000000");
    context.put("apiId", "local");
    if (match.route().iam()) {
      context.putObject("authorizer").putObject("iam").put("userArn", "local administrator");
    }
    context.put("domainName", request.header("host").orElse("localhost"));
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.rawPath())
        .put("protocol", request.protocol())
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent").orElse(""));
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
  }

  private static void putBody(ObjectNode event, HttpRequest request) {
    if (request.body().length() == 0) {
      event.put("isBase64Encoded", false);
      return;
    }
    Optional<String> text = text(request);
    event.put("body", text.orElseGet(() -> request.body().base64()));
    event.put("isBase64Encoded", text.isEmpty());
  }

  private static Optional<String> text(HttpRequest request) {
    String type = request.header("content-type").orElse("text/plain").toLowerCase(Locale.ROOT);
    boolean isText =
        type.startsWith("text/")
            || type.startsWith("application/json")
            || type.startsWith("application/xml")
            || type.startsWith("application/javascript");
    if (!isText) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(request.body().buffer()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
