package venue.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts the front door behind the HTTP server. */
public final class FrontDoorHandler extends Handler.Abstract {
  private static final int LARGEST_BODY = 1 << 20;

  private final FrontDoor door;

  public FrontDoorHandler(FrontDoor door) {
    this.door = door;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Body body = body(request);
    HttpAnswer answer =
        body.length() > LARGEST_BODY
            ? HttpAnswer.message(413, "Request Entity Too Large")
            : door.answer(received(request, body));
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    answer.cookies().forEach(cookie -> response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
    response.write(true, answer.body().buffer(), callback);
    return true;
  }

  private static Body body(Request request) throws IOException {
    try (InputStream body = Content.Source.asInputStream(request)) {
      return Body.of(body.readNBytes(LARGEST_BODY + 1));
    }
  }

  private static HttpRequest received(Request request, Body body) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(Objects.requireNonNullElse(field.getValue(), ""));
    }
    return new HttpRequest(
        request.getMethod(),
        Objects.requireNonNullElse(request.getHttpURI().getPath(), "/"),
        Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
        headers,
        body,
        Request.getRemoteAddr(request),
        request.getConnectionMetaData().getProtocol());
  }
}
