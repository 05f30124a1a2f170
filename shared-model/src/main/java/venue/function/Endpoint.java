package venue.function;

import venue.wire.HttpRequest;
import venue.wire.HttpResponse;

/** What answers the requests of one route. */
@FunctionalInterface
public interface Endpoint {

  /** The answer. A request that cannot be done is answered with an error, not thrown. */
  HttpResponse answer(HttpRequest request);
}
