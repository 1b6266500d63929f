package org.hillock.engine.run;

/**
 * How to run a network.
 *
 * @param step grid step [ms]; 0 in continuous time
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

  /** Settings for a run in continuous time. */
  public static RunSettings continuous(double warmup, double duration, long seed, int threads) {
    return new RunSettings(0, warmup, duration, seed, threads);
  }

  /** Whether there is no grid. */
  public boolean continuous() {
    return step == 0;
  }
}
