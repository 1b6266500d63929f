package org.hillock.cli.option;

import org.hillock.engine.run.RunSettings;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how long and on how many threads to run a scenario. */
public final class RunArguments {

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; one per processor if not given. Results do not depend on it.")
  @Nullable Integer threads;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Another duration, with its unit, such as --duration '5 s'.")
  @Nullable String duration;

  private double begin;
  private double until = Double.NaN;

  /** Whether any was given. */
  public boolean given() {
    return threads != null || duration != null;
  }

  /** Threads as they were given. */
  public @Nullable Integer threads() {
    return threads;
  }

  /** The duration as it was given. */
  public @Nullable String duration() {
    return duration;
  }

  /**
   * Threads.
   *
   * @throws MistakeException if there cannot be so many
   */
  public @Nullable Integer checkedThreads() {
    if (threads != null && (threads < 1 || threads > RunSettings.MAX_THREADS)) {
      throw new MistakeException(
          "--threads " + threads + ": expected 1 to " + RunSettings.MAX_THREADS);
    }
    return threads;
  }

  /**
   * Takes the stretch of time that is to be simulated.
   *
   * @param from where another run has come to that is gone on with [ms]; 0 for a run of its own
   * @param end where the run is to end [ms]; NaN for the end of the scenario
   */
  public void between(double from, double end) {
    begin = from;
    until = end;
  }

  /** Takes another number of threads than was given; null for that. */
  public void setThreads(@Nullable Integer number) {
    threads = number == null ? threads : number;
  }

  /** What they say instead of the file. */
  Overrides overrides(@Nullable Long seed, @Nullable Engine engine) throws ScenarioException {
    return new Overrides(seed, durationMs(), checkedThreads(), engine).between(begin, until);
  }

  /** The duration [ms]. */
  public @Nullable Double durationMs() throws ScenarioException {
    return duration == null ? null : TimeOption.milliseconds("--duration", duration);
  }
}
