package org.hillock.engine.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Runs one task on several threads at once and waits for all of them. */
public final class Workers {

  private Workers() {}

  /**
   * Calls {@code task} with 0 to {@code threads - 1}, each on its own thread; 0 is the caller's.
   *
   * @param onFailure called when a task has failed, so that the others can be let go
   * @throws RuntimeException or Error the first failure of a task
   */
  public static void run(int threads, IntConsumer task, Runnable onFailure) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread[] others = new Thread[threads];
    for (int i = 1; i < threads; i++) {
      int index = i;
      others[i] =
          new Thread(() -> guarded(task, index, failure, onFailure), "hillock-worker-" + index);
      others[i].setDaemon(true);
      others[i].start();
    }
    guarded(task, 0, failure, onFailure);
    boolean interrupted = false;
    for (int i = 1; i < threads; i++) {
      while (others[i].isAlive()) {
        try {
          others[i].join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable first = failure.get();
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private static void guarded(
      IntConsumer task, int index, AtomicReference<Throwable> failure, Runnable onFailure) {
    try {
      task.accept(index);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      onFailure.run();
    }
  }

  /**
   * Threads that share tasks, each taking the next when it is done with one.
   *
   * @param size number of threads
   */
  public record OfThreads(int size) implements Crew {
    @Override
    public void share(int tasks, IntConsumer task) {
      AtomicInteger next = new AtomicInteger();
      run(
          Math.max(1, Math.min(size, tasks)),
          worker -> {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
              task.accept(i);
            }
          },
          () -> next.set(tasks));
    }
  }
}
