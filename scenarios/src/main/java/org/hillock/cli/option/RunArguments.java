package org.hillock.cli.option;

import org.hillock.engine.run.RunSettings;
import org.hillock.scenario.section.TimeOption;
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
   * Takes another duration than was given.
   *
   * @param milliseconds the duration [ms]
   */
  public void setDuration(double milliseconds) {
    duration = milliseconds + " ms";
  }

  /** Takes another number of threads than was given; null for that. */
  public void setThreads(@Nullable Integer number) {
    threads = number == null ? threads : number;
  }

  /** The duration [ms]. */
  public @Nullable Double durationMs() throws ScenarioException {
    return duration == null ? null : TimeOption.milliseconds("--duration", duration);
  }
}
