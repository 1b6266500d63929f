package org.hillock.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change values of a scenario. */
public final class ScenarioValues {

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

  /** Whether any was given. */
  public boolean given() {
    return !sets.isEmpty() || seed != null;
  }

  /**
   * A scenario with the seed and values given.
   *
   * @param scenario its name or path
   * @param run how to run it
   * @param engine on which engine, or null for the one that the scenario means
   */
  public Scenario load(String scenario, RunArguments run, @Nullable Engine engine)
      throws ScenarioException {
    return load(scenario, run.overrides(seed, engine));
  }

  /**
   * The same for a chip.
   *
   * @param chipStep what a step of it stands for, as it was given; the step of a scenario that
   *     gives none
   */
  public Scenario loadForChip(String scenario, RunArguments run, @Nullable String chipStep)
      throws ScenarioException {
    Double step = chipStep == null ? null : TimeOption.milliseconds("--chip-step", chipStep);
    Scenario loaded =
        load(
            scenario,
            run.overrides(seed, Engine.loihi).withGridStep(step != null && step > 0 ? step : null));
    if (!loaded.phases().isEmpty()) {
      throw new MistakeException(
          loaded.name()
              + ": a network on a chip has one set of values, and a protocol gives others in its"
              + " phases; leave out 'protocol', or run it on the engine grid or event");
    }
    return loaded;
  }

  private Scenario load(String scenario, Overrides overrides) throws ScenarioException {
    return ScenarioLoader.load(Catalog.find(scenario), sets(), overrides);
  }

  /** The seed, if one was given. */
  public @Nullable Long seed() {
    return seed;
  }

  /** What was set, by name or path. */
  public Map<String, String> sets() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 1) {
        throw new MistakeException("--set " + set + ": expected NAME=VALUE, such as --set g=4.5");
      }
      values.put(set.substring(0, equals).strip(), set.substring(equals + 1).strip());
    }
    return values;
  }
}
