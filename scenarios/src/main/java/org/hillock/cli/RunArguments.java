package org.hillock.cli;

import org.hillock.engine.run.RunSettings;
import org.hillock.scenario.ScenarioException;
import org.hillock.scenario.TimeOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how long and on how many threads to run a scenario. */
final class RunArguments {

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

  @Nullable Integer checkedThreads() {
    if (threads != null && (threads < 1 || threads > RunSettings.MAX_THREADS)) {
      throw new MistakeException(
          "--threads " + threads + ": expected 1 to " + RunSettings.MAX_THREADS);
    }
    return threads;
  }

  @Nullable Double durationMs() throws ScenarioException {
    return duration == null ? null : TimeOption.milliseconds("--duration", duration);
  }
}
