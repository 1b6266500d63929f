package org.hillock.cli;

import java.io.IOException;
import java.util.function.Consumer;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.scenario.Engine;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioException;

/** Builds a scenario for the engine that is to run it. */
final class EngineChoice {

  private EngineChoice() {}

  /**
   * Builds a scenario.
   *
   * @param chip options of an emulated chip
   * @param notes takes what is worth knowing of a network on a chip
   * @throws MistakeException if the chip cannot take it
   */
  static Simulation build(
      Scenario scenario, ChipArguments chip, RunListener listener, Consumer<String> notes)
      throws IOException, ScenarioException {
    if (scenario.engine() != Engine.loihi) {
      chip.refuse(scenario.engine());
      return Engines.build(scenario.network(), scenario.settings(), scenario.recording(), listener);
    }
    Mapping mapping = chip.compile(scenario);
    mapping.reports().warnings().forEach(notes);
    return new ChipSimulation(
        EmulatedChip.of(mapping, chip.arithmetic.rules()),
        scenario.network(),
        scenario.settings(),
        scenario.recording(),
        listener);
  }
}
