package org.hillock.experiment;

import java.io.IOException;
import org.hillock.analysis.ComparedRun;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.io.ScenarioFacts;
import org.hillock.scenario.Scenario;
import org.hillock.text.MistakeException;

/** Runs of one scenario on two engines, to be compared in memory. */
public final class EngineRuns {

  private EngineRuns() {}

  /**
   * Runs a scenario.
   *
   * @throws MistakeException if it keeps no spikes, before it is run
   */
  public static ComparedRun run(Scenario scenario, RunListener listener) throws IOException {
    if (scenario.recording().spikes().isEmpty()) {
      throw new MistakeException(
          scenario.name() + ": it records no spikes; let 'record' in the scenario keep spikes");
    }
    Simulation simulation = EngineChoice.build(scenario, ChipChoice.STANDARD, listener, note -> {});
    return new ScenarioFacts(scenario)
        .comparedRun(scenario.name() + ", engine " + scenario.engine(), simulation.run(listener));
  }
}
