package org.hillock.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.analysis.ComparedRun;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.io.ScenarioFacts;
import org.hillock.scenario.Engine;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioException;

/** Runs of one scenario on two engines, to be compared in memory. */
final class EngineRuns {

  private EngineRuns() {}

  /** The two engines that {@code --engines} names. */
  static List<Engine> parse(String text) {
    List<String> known = Arrays.stream(Engine.values()).map(Engine::name).toList();
    List<Engine> engines = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      if (!known.contains(name.strip())) {
        throw MistakeException.unknown("engine", name.strip(), known);
      }
      engines.add(Engine.valueOf(name.strip()));
    }
    if (engines.size() != 2 || engines.get(0) == engines.get(1)) {
      throw new MistakeException(
          "--engines " + text + ": expected two different engines, such as --engines grid,event");
    }
    return engines;
  }

  /**
   * Runs a scenario.
   *
   * @throws MistakeException if it keeps no spikes, before it is run
   */
  static ComparedRun run(Scenario scenario, RunListener listener)
      throws IOException, ScenarioException {
    if (scenario.recording().spikes().isEmpty()) {
      throw new MistakeException(
          scenario.name() + ": it records no spikes; let 'record' in the scenario keep spikes");
    }
    Simulation simulation = EngineChoice.build(scenario, new ChipArguments(), listener, note -> {});
    return new ScenarioFacts(scenario)
        .comparedRun(scenario.name() + ", engine " + scenario.engine(), simulation.run(listener));
  }
}
