package venue.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import venue.local.template.Route;

class RoutesTest {
  private final Routes routes =
      new Routes(
          List.of(
              route("GET", "/positions/{contract}"),
              route("GET", "/positions/all"),
              route("GET", "/{any}/all"),
              route("POST", "/positions/{contract}/leverage"),
              route("GET", "/files/{path+}"),
              route("GET", "/files/readme")));

  private static Route route(String method, String path) {
    return new Route("Function", method + path, method, path, false);
  }

  private String found(String method, String path) {
    return routes.find(method, path).map(match -> match.route().path()).orElse("none");
  }

  @Test
  void prefersALiteralSegmentToAPlace() {
    assertThat(found("GET", "/positions/all")).isEqualTo("/positions/all");
    assertThat(found("GET", "/files/readme")).isEqualTo("/files/readme");
    assertThat(found("GET", "/orders/all")).isEqualTo("/{any}/all");
  }

  @Test
  void decodesWhatStandsInAPlace() {
    assertThat(routes.find("GET", "/positions/BTC%2FUSDT+x"))
        .map(Routes.Match::pathParameters)
        .contains(Map.of("contract", "BTC/USDT+x"));
  }

  @Test
  void takesTheRestOfThePathIntoAGreedyPlace() {
    assertThat(routes.find("GET", "/files/a/b%20c"))
        .map(Routes.Match::pathParameters)
        .contains(Map.of("path", "a/b c"));
  }

  @Test
  void findsNothingForAnotherMethodOrLength() {
    assertThat(found("DELETE", "/positions/all")).isEqualTo("none");
    assertThat(found("POST", "/positions/a")).isEqualTo("none");
    assertThat(found("GET", "/positions")).isEqualTo("none");
    assertThat(found("GET", "/positions/")).isEqualTo("none");
    assertThat(found("GET", "/positions/a/")).isEqualTo("none");
  }
}
