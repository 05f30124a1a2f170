package venue.function;

import venue.wire.HttpResponse;

/** That an endpoint failed after it had done something, of which the client is to be told. */
public final class PartlyFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient HttpResponse answer;
  private final RuntimeException failure;

  /**
   * A failure.
   *
   * @param answer says what was done and what was not
   * @param failure what the endpoint failed with
   */
  public PartlyFailed(HttpResponse answer, RuntimeException failure) {
    super(failure);
    this.answer = answer;
    this.failure = failure;
  }

  /** What the client is told. */
  public HttpResponse answer() {
    return answer;
  }

  /** What the endpoint failed with. */
  public RuntimeException failure() {
    return failure;
  }
}
