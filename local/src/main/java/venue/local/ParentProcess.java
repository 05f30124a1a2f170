package venue.local;

import java.util.concurrent.CompletableFuture;

/** The process that started this one, as a rule Maven: the venue ends with it. */
final class ParentProcess {
  private ParentProcess() {}

  /** Returns when the parent has ended, however it ended; without a parent, never. */
  static void awaitEnd() {
    ProcessHandle.current()
        .parent()
        .map(ProcessHandle::onExit)
        .orElseGet(CompletableFuture::new)
        .join();
  }
}
