package venue.local.testfunction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.function.Environment;

/** Answers with the event it got and the variables it was given. */
public final class Echo implements RequestStreamHandler {
  private final ObjectMapper json = new ObjectMapper();
  private final Environment environment;

  public Echo(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    ObjectNode body = json.createObjectNode();
    body.set("event", json.readTree(input));
    body.set("variables", json.valueToTree(environment.variables()));
    body.put("venueTime", environment.venueTime().instant().toEpochMilli());
    ObjectNode answer = json.createObjectNode().put("statusCode", 201);
    answer.putObject("headers").put("Content-Type", "application/json").put("x-function", "echo");
    answer.put("body", body.toString());
    json.writeValue(output, answer);
  }
}
