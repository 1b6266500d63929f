package org.hillock.engine;

/**
 * How to run a network.
 *
 * @param step grid step [ms]
 * @param warmup simulated first, without recording [ms]
 * @param duration simulated then, with recording [ms]
 * @param seed key of all random numbers
 * @param threads worker threads, 1 to {@link #MAX_THREADS}
 */
public record RunSettings(double step, double warmup, double duration, long seed, int threads) {

  /** More threads than any machine has use for. */
  public static final int MAX_THREADS = 1024;

  /** Longest delay, in steps: 3 s at a step of 0.1 ms. */
  public static final int MAX_DELAY_STEPS = 30_000;
}
