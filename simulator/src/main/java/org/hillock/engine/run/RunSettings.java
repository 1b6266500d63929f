package org.hillock.engine.run;

/**
 * How to run a network.
 *
 * @param step grid step [ms]; 0 in continuous time
 * @param warmup simulated first, without recording [ms]
 * @param duration simulated then, with recording [ms]
 * @param seed key of the random numbers that make the network
 * @param threads worker threads, 1 to {@link #MAX_THREADS}
 * @param stage time of which the warm-up and the end of the run are multiples, since another run
 *     goes on with this one there [ms]; 0 if none does. On a grid every step will do
 * @param noiseSeed key of the random numbers that are drawn while it runs: spikes and currents from
 *     outside, neurons and synapses that act at random
 */
public record RunSettings(
    double step,
    double warmup,
    double duration,
    long seed,
    int threads,
    double stage,
    long noiseSeed) {

  /** More threads than any machine has use for. */
  public static final int MAX_THREADS = 1024;

  /** Longest delay, in steps: 3 s at a step of 0.1 ms. */
  public static final int MAX_DELAY_STEPS = 30_000;

  /** Settings for a run with which no other goes on at its very end. */
  public RunSettings(double step, double warmup, double duration, long seed, int threads) {
    this(step, warmup, duration, seed, threads, 0, seed);
  }

  /** Settings for a run whose noise has the seed of the network. */
  public RunSettings(
      double step, double warmup, double duration, long seed, int threads, double stage) {
    this(step, warmup, duration, seed, threads, stage, seed);
  }

  /** The same between two other moments [ms], both multiples of a time. */
  public RunSettings between(double begin, double end, double multiple) {
    return new RunSettings(step, begin, end - begin, seed, threads, multiple, noiseSeed);
  }

  /** Settings for a run in continuous time. */
  public static RunSettings continuous(double warmup, double duration, long seed, int threads) {
    return new RunSettings(0, warmup, duration, seed, threads);
  }

  /** The same in continuous time. */
  public RunSettings continuously() {
    return new RunSettings(0, warmup, duration, seed, threads, stage, noiseSeed);
  }

  /** The same with other noise in the same network. */
  public RunSettings withNoise(long noise) {
    return new RunSettings(step, warmup, duration, seed, threads, stage, noise);
  }

  /** Whether there is no grid. */
  public boolean continuous() {
    return step == 0;
  }
}
