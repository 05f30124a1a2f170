package venue.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened, to be closed in the opposite order. */
final class Opened implements AutoCloseable {
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T resource) {
    resources.push(resource);
    return resource;
  }

  /** Closes everything, also when something does not close. */
  @Override
  public synchronized void close() {
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) {
        System.err.println("while ending: " + e.getMessage());
      }
    }
  }
}
