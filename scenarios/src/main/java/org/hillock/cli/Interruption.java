package org.hillock.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: the run is asked to stop, and the process waits until it has written what it has.
 *
 * <p>The virtual machine ends by itself with code 130 (128 + SIGINT) once the hook returns. While a
 * network is being built there is nothing to keep, so the process ends at once.
 */
final class Interruption {

  /** A system that shuts down does not wait longer, and nobody presses Ctrl-C to wait longer. */
  private static final long LONGEST_WAIT_SECONDS = 120;

  private volatile boolean requested;
  private volatile boolean worthWaiting;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook =
      new Thread(
          () -> {
            requested = true;
            if (worthWaiting) {
              try {
                finished.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
          },
          "hillock-interruption");

  /** Starts to listen. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now on there is something to keep. */
  void waitFromNowOn() {
    worthWaiting = true;
  }

  /** Everything has been written, or there is nothing to write. */
  void finished() {
    finished.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already; the hook has been let go.
        requested = true;
      }
    }
  }

  /** Whether Ctrl-C was pressed. */
  boolean requested() {
    return requested;
  }
}
