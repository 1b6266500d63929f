package org.hillock.cli.option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which scenario, and with what values: the same for every verb. */
public final class ScenarioArguments {

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      completionCandidates = Candidates.Scenarios.class,
      description = "A name that 'hillock list' shows, or the path of a scenario file.")
  String scenario = "";

  @Mixin ScenarioValues values = new ScenarioValues();

  /** The name of the scenario, or its path from the root, by which it is found from anywhere. */
  public String source() {
    return Catalog.isShipped(scenario) ? scenario : Path.of(scenario).toAbsolutePath().toString();
  }

  /** Takes another name or path than was given. */
  public void take(String source) {
    scenario = source;
  }

  /** The scenario with the seed and values given. */
  Scenario load() throws ScenarioException {
    return load(new RunArguments(), null);
  }

  /** The same, to be run in this way. */
  public Scenario load(RunArguments run, @Nullable Engine engine) throws ScenarioException {
    return values.load(scenario, run, engine);
  }

  /** What was set, by name or path. */
  public Map<String, String> sets() {
    return values.sets();
  }

  /**
   * A scenario with other values beside those given.
   *
   * @param source its text
   * @param more values, by name or path
   * @param seed in place of the one given; null for that
   * @param threads in place of those given; null for these
   * @param chipStep what a step of a chip stands for, as it was given; null for the usual one
   */
  public Scenario load(
      ScenarioSource source,
      Map<String, String> more,
      RunArguments run,
      @Nullable Long seed,
      @Nullable Integer threads,
      @Nullable Engine engine,
      @Nullable String chipStep)
      throws ScenarioException {
    Map<String, String> sets = new LinkedHashMap<>(values.sets());
    sets.putAll(more);
    Double step = chipStep == null ? null : TimeOption.milliseconds("--chip-step", chipStep);
    return ScenarioLoader.load(
        source,
        sets,
        new Overrides(
                seed == null ? values.seed() : seed,
                run.durationMs(),
                threads == null ? run.checkedThreads() : threads,
                engine)
            .withGridStep(step != null && step > 0 ? step : null));
  }

  /** The same for a chip, see {@link ScenarioValues#loadForChip}. */
  public Scenario loadForChip(RunArguments run, @Nullable String chipStep)
      throws ScenarioException {
    return values.loadForChip(scenario, run, chipStep);
  }
}
