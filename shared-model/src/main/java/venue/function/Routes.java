package venue.function;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import venue.wire.ApiError;
import venue.wire.HttpRequest;

/** The endpoints of a function by method and path template. Immutable. */
public final class Routes {
  private final Map<Route, Endpoint> endpoints;
  private final Set<String> paths;

  private record Route(String method, String path) {}

  private Routes(Map<Route, Endpoint> endpoints, Set<String> paths) {
    this.endpoints = Map.copyOf(endpoints);
    this.paths = Set.copyOf(paths);
  }

  /** No endpoints yet. */
  public Routes() {
    this(Map.of(), Set.of());
  }

  /**
   * These endpoints and one more.
   *
   * @param method in capitals
   * @param path the path template, as the template's event has it
   * @throws IllegalArgumentException if there is one for this method and path already
   */
  public Routes on(String method, String path, Endpoint endpoint) {
    Map<Route, Endpoint> more = new HashMap<>(endpoints);
    if (more.put(new Route(method, path), endpoint) != null) {
      throw new IllegalArgumentException(method + " " + path + " has two endpoints");
    }
    Set<String> morePaths = new HashSet<>(paths);
    morePaths.add(path);
    return new Routes(more, morePaths);
  }

  /** What answers a request; where no endpoint does, one that says so with 404 or 405. */
  public Endpoint endpointOf(HttpRequest request) {
    ApiError unknown =
        paths.contains(request.route())
            ? ApiError.methodNotAllowed(request.method(), request.rawPath())
            : ApiError.notFound(request.rawPath());
    return endpoints.getOrDefault(
        new Route(request.method(), request.route()), _ -> unknown.toResponse());
  }
}
