package org.hillock.cli.option;

import java.nio.file.Path;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.ScenarioException;
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

  /** The same for a chip, see {@link ScenarioValues#loadForChip}. */
  public Scenario loadForChip(RunArguments run, @Nullable String chipStep)
      throws ScenarioException {
    return values.loadForChip(scenario, run, chipStep);
  }
}
