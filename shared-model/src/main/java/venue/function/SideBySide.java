package venue.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Independent work done at the same time, so that one that is slow or fails holds up no other. */
public final class SideBySide {

  private SideBySide() {}

  /**
   * Does the work for each element and waits for all.
   *
   * @param name of an element, for the log
   * @return the elements whose work failed, which are logged
   */
  public static <T> List<T> failed(
      List<T> elements, Consumer<T> work, Function<T, String> name, LambdaLogger log) {
    List<T> failed = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // One element alone needs no thread beside the caller's.
      Executor by = elements.size() == 1 ? Runnable::run : threads;
      List<Future<?>> running = new ArrayList<>();
      for (T element : elements) {
        running.add(CompletableFuture.runAsync(() -> work.accept(element), by));
      }
      for (int i = 0; i < elements.size(); i++) {
        try {
          running.get(i).get();
        } catch (ExecutionException e) {
          log.log(name.apply(elements.get(i)) + " failed: " + e.getCause() + "\n");
          failed.add(elements.get(i));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          failed.add(elements.get(i));
        }
      }
    }
    return failed;
  }
}
