package org.hillock.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;

/**
 * Does something again and again for a short time, on several threads at once. What counts is the
 * median of slices of a millisecond: a slice in which other programs had the processor is a long
 * one, but few are.
 */
final class Repeated {

  /** In which the virtual machine compiles the loop. */
  private static final long WARMUP_NANOS = 60_000_000;

  private static final long NANOS = 80_000_000;

  private static final long SLICE_NANOS = 1_000_000;

  /** Larger arrays are no slower: no cache of a core holds these [bytes]. */
  private static final long LARGEST = 64L << 20;

  private static final long SMALLEST = 1 << 13;

  /** At most this part of the heap is taken, all threads together. */
  private static final int HEAP_PART = 4;

  /** Where results go, so that they are not optimised away. */
  private static volatile long used;

  private final int threads;

  /** What is repeated. */
  interface Round {

    /** Does it once and says how much was done. */
    long run();
  }

  Repeated(int threads) {
    this.threads = threads;
  }

  /**
   * How long the array of a thread is, in numbers of eight bytes: its part, within what makes sense
   * and what fits.
   *
   * @param bytes of all threads
   */
  int share(double bytes) {
    long fits = Runtime.getRuntime().maxMemory() / HEAP_PART / threads;
    double most = Math.max(SMALLEST, Math.min(LARGEST, fits));
    return (int) (Math.max(SMALLEST, Math.min(most, bytes / threads)) / Long.BYTES);
  }

  /** Takes a result. */
  static void use(long result) {
    used = result;
  }

  /**
   * How much is done per second, all threads together.
   *
   * @param rounds makes what a thread repeats, in that thread, so that its memory is near it
   */
  double perSecond(IntFunction<Round> rounds) {
    CountDownLatch ready = new CountDownLatch(threads);
    List<FutureTask<Double>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int thread = i;
      FutureTask<Double> one = new FutureTask<>(() -> speed(rounds, thread, ready));
      all.add(one);
      new Thread(one, "hillock-bench-" + thread).start();
    }
    double sum = 0;
    for (FutureTask<Double> one : all) {
      try {
        sum += one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the machine was measured", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return sum;
  }

  private static double speed(IntFunction<Round> rounds, int thread, CountDownLatch ready)
      throws InterruptedException {
    Round round;
    try {
      round = rounds.apply(thread);
      during(round, WARMUP_NANOS);
    } finally {
      // A thread that fails must not leave the others waiting.
      ready.countDown();
    }
    ready.await();
    return during(round, NANOS);
  }

  private static double during(Round round, long nanos) {
    List<Double> slices = new ArrayList<>();
    long begin = System.nanoTime();
    long end = begin;
    while (end - begin < nanos) {
      long start = end;
      long done = 0;
      do {
        done += round.run();
        end = System.nanoTime();
      } while (end - start < SLICE_NANOS);
      slices.add(done * 1e9 / (end - start));
    }
    slices.sort(null);
    return slices.get(slices.size() / 2);
  }
}
