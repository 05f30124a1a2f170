package venue.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import venue.local.http.Body;
import venue.local.http.FrontDoor;
import venue.local.http.HttpAnswer;
import venue.local.http.HttpRequest;
import venue.local.template.Route;
import venue.local.template.Template;

/** Calls routes by the names they have in the template, whatever their paths are. */
public final class Operations {
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

  private final Template template;
  private final FrontDoor door;
  private final String adminToken;

  Operations(Template template, FrontDoor door, String adminToken) {
    this.template = template;
    this.door = door;
    this.adminToken = adminToken;
  }

  /** Calls a route; the values fill the places in its path, from left to right. */
  public HttpAnswer call(String function, String event, List<String> values, String body) {
    Route route = template.route(function, event);
    return door.answer(
        new HttpRequest(
            route.method(),
            path(route, values),
            "",
            Map.of(
                "authorization", List.of("Bearer " + adminToken),
                "content-type", List.of("application/json"),
                "host", List.of("localhost")),
            Body.of(body),
            "127.0.0.1",
            "HTTP/1.1"));
  }

  private static String path(Route route, List<String> values) {
    Iterator<String> next = values.iterator();
    return PLACE
        .matcher(route.path())
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    next.hasNext()
                        ? URLEncoder.encode(next.next(), StandardCharsets.UTF_8)
                        : place.group()));
  }
}
