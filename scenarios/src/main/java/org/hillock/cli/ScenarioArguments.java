package org.hillock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.RunSettings;
import org.hillock.scenario.Overrides;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioException;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.TimeOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which scenario, and with what values: the same for every verb. */
final class ScenarioArguments {

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      description = "A name that 'hillock list' shows, or the path of a scenario file.")
  String scenario = "";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = {
        "Another value for a parameter of the scenario, such as --set g=4.5, or for anything in it,"
            + " such as --set neurons.exc.tau_m='15 ms'. May be repeated."
      })
  List<String> sets = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Another seed for all random numbers.")
  @Nullable Long seed;

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

  Scenario load() throws ScenarioException {
    if (threads != null && (threads < 1 || threads > RunSettings.MAX_THREADS)) {
      throw new MistakeException(
          "--threads " + threads + ": expected 1 to " + RunSettings.MAX_THREADS);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 1) {
        throw new MistakeException("--set " + set + ": expected NAME=VALUE, such as --set g=4.5");
      }
      values.put(set.substring(0, equals).strip(), set.substring(equals + 1).strip());
    }
    Double durationMs = duration == null ? null : TimeOption.milliseconds("--duration", duration);
    return ScenarioLoader.load(
        Catalog.find(scenario), values, new Overrides(seed, durationMs, threads));
  }
}
