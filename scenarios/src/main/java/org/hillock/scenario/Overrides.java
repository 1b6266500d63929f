package org.hillock.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What the command line says instead of the file.
 *
 * @param seed key of all random numbers, or null to keep the file's
 * @param durationMs recorded time [ms], or null to keep the file's
 * @param threads worker threads, or null for one per processor
 * @param engine which engine, or null for the one that the file means: the grid if it gives a step
 */
public record Overrides(
    @Nullable Long seed,
    @Nullable Double durationMs,
    @Nullable Integer threads,
    @Nullable Engine engine) {

  /** Everything as in the file. */
  public static final Overrides NONE = new Overrides(null, null, null, null);
}
