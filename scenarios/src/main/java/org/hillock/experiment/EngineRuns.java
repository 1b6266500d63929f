package org.hillock.experiment;

import java.io.IOException;
import java.util.function.Consumer;
import org.hillock.analysis.ComparedRun;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.Simulation;
import org.hillock.io.ScenarioFacts;
import org.hillock.scenario.Scenario;
import org.hillock.text.MistakeException;

/** Runs whose results stay in memory: to be compared, or to measure of them what is asked for. */
public final class EngineRuns {

  private EngineRuns() {}

  /**
   * Runs a scenario.
   *
   * @param chip on which it is emulated, if its engine is that
   * @param notes takes what is worth knowing of a network on a chip
   * @throws MistakeException if it keeps no spikes, before it is run
   */
  public static ComparedRun run(
      Scenario scenario, ChipChoice chip, RunListener listener, Consumer<String> notes)
      throws IOException {
    if (scenario.recording().spikes().isEmpty()) {
      throw new MistakeException(
          scenario.name() + ": it records no spikes; let 'record' in the scenario keep spikes");
    }
    return new ScenarioFacts(scenario)
        .comparedRun(
            scenario.name() + ", engine " + scenario.engine(),
            result(scenario, chip, listener, notes));
  }

  /** Runs a scenario and keeps in memory what it records. */
  public static RunResult result(
      Scenario scenario, ChipChoice chip, RunListener listener, Consumer<String> notes)
      throws IOException {
    Simulation simulation =
        EngineChoice.build(
            scenario,
            scenario.recording().inMemory(),
            chip,
            listener,
            notes,
            SpikeExchange.OF_THREADS);
    return simulation.run(listener);
  }
}
