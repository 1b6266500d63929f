package org.hillock.engine;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the worker threads wait for each other after each epoch: they spin briefly, since the
 * others are usually microseconds away, and then sleep, so that a busy machine is not slowed by
 * waiting.
 *
 * <p>What a thread wrote before {@link #await} is seen by every thread after it.
 */
public final class StepBarrier {

  private static final long SPIN_NANOS = 50_000;
  private static final int SPINS_PER_LOOK = 32;

  private final int parties;
  private final boolean spin;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger sleepers = new AtomicInteger();
  private volatile int generation;
  private volatile boolean broken;

  /**
   * @param parties number of threads that meet
   */
  public StepBarrier(int parties) {
    this.parties = parties;
    this.spin = parties <= Runtime.getRuntime().availableProcessors();
  }

  /**
   * Waits until all threads have arrived.
   *
   * @return false if another thread failed and the run is over
   */
  public boolean await() {
    int mine = generation;
    if (arrived.incrementAndGet() == parties) {
      arrived.set(0);
      generation = mine + 1;
      wakeSleepers();
      return !broken;
    }
    if (spin) {
      long start = System.nanoTime();
      do {
        for (int i = 0; i < SPINS_PER_LOOK; i++) {
          if (generation != mine || broken) {
            return !broken;
          }
          Thread.onSpinWait();
        }
      } while (System.nanoTime() - start < SPIN_NANOS);
    }
    sleep(mine);
    return !broken;
  }

  /** Lets every waiting thread go, for good: one of them has failed. */
  public void breakUp() {
    broken = true;
    wakeSleepers();
  }

  private synchronized void sleep(int mine) {
    // Counted before the generation is read again, so that a releaser either sees a sleeper or is
    // seen.
    sleepers.incrementAndGet();
    boolean interrupted = false;
    while (generation == mine && !broken) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    sleepers.decrementAndGet();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void wakeSleepers() {
    if (sleepers.get() > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }
}
