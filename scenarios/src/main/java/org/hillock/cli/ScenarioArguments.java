package org.hillock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.scenario.Overrides;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioException;
import org.hillock.scenario.ScenarioLoader;
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

  /** The scenario with the seed and values given. */
  Scenario load() throws ScenarioException {
    return load(new RunArguments());
  }

  /** The same, to be run in this way. */
  Scenario load(RunArguments run) throws ScenarioException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 1) {
        throw new MistakeException("--set " + set + ": expected NAME=VALUE, such as --set g=4.5");
      }
      values.put(set.substring(0, equals).strip(), set.substring(equals + 1).strip());
    }
    return ScenarioLoader.load(
        Catalog.find(scenario),
        values,
        new Overrides(seed, run.durationMs(), run.checkedThreads(), run.engine));
  }
}
