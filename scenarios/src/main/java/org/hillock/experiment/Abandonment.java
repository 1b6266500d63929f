package org.hillock.experiment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * That other processes, with which this one shares a run, do not answer any more. Who finds out
 * says so, and waits until what has been recorded is kept.
 */
public final class Abandonment {

  private final CountDownLatch kept = new CountDownLatch(1);
  private @Nullable Runnable run; // guarded by this
  private boolean left; // guarded by this

  /** Takes note of what leaves the run that goes on now. */
  synchronized void runs(Runnable leaving) {
    run = leaving;
  }

  /** Whether a run has been left: its thread still waits for the other processes. */
  public synchronized boolean left() {
    return left;
  }

  /** Says that all has been kept. */
  public void finished() {
    kept.countDown();
  }

  /**
   * Leaves the run, if there is one, and waits until all has been kept.
   *
   * @param millis how long to wait at most
   */
  public void leave(long millis) {
    Runnable leaving;
    synchronized (this) {
      leaving = run;
      left = run != null;
    }
    if (leaving == null) {
      return;
    }
    leaving.run();
    try {
      kept.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
