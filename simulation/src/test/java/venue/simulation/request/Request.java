package venue.simulation.request;

/**
 * A request of an account's holder, or of the operator about the account.
 *
 * @param number of the request within a run
 * @param isSigned by the account's key; the operator's are let in by the cloud
 * @param isRepeatable whether the venue itself finds the first when it is sent again; else the
 *     sender looks before
 * @param mark what it leaves when it is done
 */
public record Request(
    long number, long account, boolean isSigned, boolean isRepeatable, HttpCall call, Mark mark) {

  @Override
  public String toString() {
    return number + " " + account + " " + call.path() + " " + call.query() + call.body();
  }
}
