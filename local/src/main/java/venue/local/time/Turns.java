package venue.local.time;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Whose turn it is when venue time leaps: requests, any number at once, and work of the timetable
 * take turns, so that time stands still while a request is served.
 */
public final class Turns {
  private static final boolean FAIR = true;

  private final ReadWriteLock lock = new ReentrantReadWriteLock(FAIR);

  /** Held while a request is served. */
  public Lock ofRequests() {
    return lock.readLock();
  }

  /** Held while time moves on and what is due then is done. */
  Lock ofTime() {
    return lock.writeLock();
  }
}
