package venue.local.template;

/**
 * A route of the HTTP API.
 *
 * @param function the logical id of the function that serves it
 * @param event the logical id of the event that declares it
 * @param iam whether it asks for an IAM signature, here the admin token
 */
public record Route(String function, String event, String method, String path, boolean iam) {

  /** How API Gateway names it, as {@code GET /orders/{id}}. */
  public String key() {
    return method + " " + path;
  }
}
