package org.hillock.scenario.source;

import org.jspecify.annotations.Nullable;

/**
 * What the command line says instead of the file.
 *
 * @param seed key of all random numbers, or null to keep the file's
 * @param durationMs recorded time [ms], or null to keep the file's
 * @param threads worker threads, or null for one per processor
 * @param engine which engine, or null for the one that the file means: the grid if it gives a step
 * @param gridStep of the grid where one is wanted but the file gives none [ms]; null for 0.1 ms
 * @param begin where another run has come to that is gone on with [ms]; 0 for a run of its own
 * @param until where the run ends, warm-up included [ms]; NaN to keep the duration
 */
public record Overrides(
    @Nullable Long seed,
    @Nullable Double durationMs,
    @Nullable Integer threads,
    @Nullable Engine engine,
    @Nullable Double gridStep,
    double begin,
    double until) {

  /** Another seed, time, number of threads or engine. */
  public Overrides(
      @Nullable Long seed,
      @Nullable Double durationMs,
      @Nullable Integer threads,
      @Nullable Engine engine) {
    this(seed, durationMs, threads, engine, null, 0, Double.NaN);
  }

  /** The same with a step of the grid for files that give none [ms]. */
  public Overrides withGridStep(@Nullable Double step) {
    return new Overrides(seed, durationMs, threads, engine, step, begin, until);
  }

  /** The same from where another run has come to, until another time [ms]. */
  public Overrides between(double from, double end) {
    return new Overrides(seed, durationMs, threads, engine, gridStep, from, end);
  }

  /** Everything as in the file. */
  public static final Overrides NONE = new Overrides(null, null, null, null);
}
