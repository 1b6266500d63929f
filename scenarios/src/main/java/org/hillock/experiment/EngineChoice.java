package org.hillock.experiment;

import java.io.IOException;
import java.util.function.Consumer;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.Engine;
import org.hillock.text.MistakeException;

/** Builds a scenario for the engine that is to run it. */
public final class EngineChoice {

  private EngineChoice() {}

  /**
   * Builds a scenario.
   *
   * @param chip on which it is emulated, if the engine is that
   * @param notes takes what is worth knowing of a network on a chip
   * @throws MistakeException if the chip cannot take it
   */
  public static Simulation build(
      Scenario scenario, ChipChoice chip, RunListener listener, Consumer<String> notes)
      throws IOException {
    if (scenario.engine() != Engine.loihi) {
      return Engines.build(scenario.network(), scenario.settings(), scenario.recording(), listener);
    }
    Mapping mapping = chip.compile(scenario);
    mapping.reports().warnings().forEach(notes);
    return new ChipSimulation(
        EmulatedChip.of(mapping, chip.arithmetic()),
        scenario.network(),
        scenario.settings(),
        scenario.recording(),
        listener);
  }
}
