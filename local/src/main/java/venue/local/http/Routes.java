package venue.local.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.local.template.Route;

/**
 * Finds the route of a request; of several that match, the one with more literal segments first.
 */
public final class Routes {
  private final List<Candidate> candidates;

  public Routes(List<Route> routes) {
    candidates =
        routes.stream()
            .map(route -> new Candidate(route, PathPattern.of(route.path())))
            .sorted(Comparator.comparing(candidate -> candidate.pattern().rank()))
            .toList();
  }

  /** A route and what its path's places stand for. */
  public record Match(Route route, Map<String, String> pathParameters) {}

  private record Candidate(Route route, PathPattern pattern) {}

  public Optional<Match> find(String method, String rawPath) {
    return candidates.stream()
        .filter(candidate -> candidate.route().method().equals(method))
        .flatMap(
            candidate ->
                candidate.pattern().match(rawPath).stream()
                    .map(values -> new Match(candidate.route(), values)))
        .findFirst();
  }
}
