package venue.simulation.fault;

import java.util.Comparator;

/**
 * Where the venue calls the store or a queue.
 *
 * @param kind of call, such as {@code TransactWriteItems}
 * @param place the innermost method of the venue outside its store
 */
public record CallSite(String kind, String place) implements Comparable<CallSite> {
  private static final StackWalker STACK = StackWalker.getInstance();

  /** The site of the call that is being made. */
  static CallSite here(String kind) {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> isOfTheVenue(frame.getClassName()))
                .findFirst()
                .map(frame -> new CallSite(kind, frame.getClassName() + "." + method(frame)))
                .orElseGet(() -> new CallSite(kind, "nowhere in the venue")));
  }

  private static boolean isOfTheVenue(String type) {
    return type.startsWith("venue.")
        && !type.startsWith("venue.store.")
        && !type.startsWith("venue.simulation.");
  }

  private static String method(StackWalker.StackFrame frame) {
    String name = frame.getMethodName();
    return name.startsWith("lambda$") ? name.split("\\$", -1)[1] : name;
  }

  @Override
  public int compareTo(CallSite other) {
    return Comparator.comparing(CallSite::place).thenComparing(CallSite::kind).compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " at " + place;
  }
}
