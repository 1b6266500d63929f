package org.hillock.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;

/** How fast this machine reads memory: an array of each thread, again and again. */
final class Bandwidth {

  private static final long NANOS = 60_000_000;

  /** Larger arrays are no slower: no cache holds these. */
  private static final long LARGEST = 64L << 20;

  private static final long SMALLEST = 1 << 14;

  private Bandwidth() {}

  /**
   * Measures.
   *
   * @param bytes memory that all threads together go through
   * @param threads how many
   * @return bytes per second of all threads together
   */
  static double of(double bytes, int threads) {
    long perThread = (long) Math.max(SMALLEST, Math.min(LARGEST, bytes / threads));
    CyclicBarrier start = new CyclicBarrier(threads);
    double[] speeds = new double[threads];
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int thread = i;
      // Made here: a thread that cannot have its array would leave the others waiting.
      long[] array = new long[(int) (perThread / Long.BYTES)];
      Thread one = new Thread(() -> speeds[thread] = read(array, start));
      all.add(one);
    }
    all.forEach(Thread::start);
    double sum = 0;
    for (int i = 0; i < threads; i++) {
      try {
        all.get(i).join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      sum += speeds[i];
    }
    return sum;
  }

  private static double read(long[] array, CyclicBarrier start) {
    long sum = sum(array);
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    long read = 0;
    long begin = System.nanoTime();
    long now;
    do {
      sum += sum(array);
      read += array.length;
      now = System.nanoTime();
    } while (now - begin < NANOS);
    // Never true: the sum is used, so that the reads are not optimised away.
    return sum == 1 ? 0 : read * (double) Long.BYTES * 1e9 / (now - begin);
  }

  private static long sum(long[] array) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    for (int i = 0; i + 3 < array.length; i += 4) {
      a += array[i];
      b += array[i + 1];
      c += array[i + 2];
      d += array[i + 3];
    }
    return a + b + c + d;
  }
}
