package org.hillock.experiment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C: the run is asked to stop, and the process waits until it has written what it has.
 *
 * <p>The virtual machine ends by itself with code 130 (128 + SIGINT) once the hook returns. While a
 * network is being built there is nothing to keep, so the process ends at once. Who writes is left
 * some time; when that is over, the file that is being written is given up, and a moment is left to
 * end with those that are whole.
 */
public final class Interruption {

  /** A system that shuts down does not wait longer, and nobody presses Ctrl-C to wait longer. */
  private static final long WRITING_SECONDS = 60;

  private static final long ENDING_SECONDS = 60;

  private final long writingSeconds;
  private volatile boolean requested;
  private volatile boolean worthWaiting;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "hillock-interruption");
  private boolean expired; // guarded by this
  private @Nullable Thread writer; // guarded by this

  public Interruption() {
    this(WRITING_SECONDS);
  }

  /**
   * @param writingSeconds how long the writing may go on after Ctrl-C
   */
  Interruption(long writingSeconds) {
    this.writingSeconds = writingSeconds;
  }

  /** Starts to listen. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** What happens on Ctrl-C; returns when the process may end. */
  void interrupted() {
    requested = true;
    if (!worthWaiting) {
      return;
    }
    try {
      if (!finished.await(writingSeconds, TimeUnit.SECONDS)) {
        expire();
        finished.await(ENDING_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void expire() {
    expired = true;
    if (writer != null) {
      writer.interrupt(); // closes the file that it writes
    }
  }

  /** From now on there is something to keep. */
  void waitFromNowOn() {
    worthWaiting = true;
  }

  /** From now on this thread writes files; one that takes too long is given up. */
  synchronized void writing() {
    writer = Thread.currentThread();
  }

  /** Whether the time to write is over; if so, what comes now is not disturbed any more. */
  synchronized boolean expired() {
    if (expired) {
      writer = null;
      Thread.interrupted();
    }
    return expired;
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
