package org.hillock.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hillock.engine.Engines;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.record.Recording;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Engine;
import org.hillock.text.MistakeException;

/** Builds a scenario for the engine that is to run it. */
public final class EngineChoice {

  private EngineChoice() {}

  /**
   * Builds a scenario.
   *
   * @param chip on which it is emulated, if the engine is that
   * @param notes takes what is worth knowing before it runs
   * @param exchange by which the processes hear of each other that share the run
   * @throws MistakeException if the chip cannot take it
   */
  public static Simulation build(
      Scenario scenario,
      ChipChoice chip,
      RunListener listener,
      Consumer<String> notes,
      SpikeExchange exchange)
      throws IOException {
    return build(scenario, scenario.recording(), chip, listener, notes, exchange);
  }

  /** The same with another record than the scenario asks for. */
  static Simulation build(
      Scenario scenario,
      Recording recording,
      ChipChoice chip,
      RunListener listener,
      Consumer<String> notes,
      SpikeExchange exchange)
      throws IOException {
    if (scenario.engine() != Engine.loihi) {
      rewiredTooLate(scenario).forEach(notes);
      if (!scenario.phases().isEmpty()) {
        return ProtocolRun.build(scenario, recording, listener, exchange);
      }
      return Engines.build(scenario.network(), scenario.settings(), recording, listener, exchange);
    }
    if (exchange.ranks() > 1) {
      throw new MistakeException(
          "an emulated chip runs in one process, not in "
              + exchange.ranks()
              + ": leave out mpirun or srun, or take another --engine");
    }
    Mapping mapping = chip.compile(scenario);
    mapping.reports().warnings().forEach(notes);
    return new ChipSimulation(
        EmulatedChip.of(mapping, chip.arithmetic()),
        scenario.network(),
        scenario.settings(),
        recording,
        listener);
  }

  /** Says of which projections the synapses never change, since the run is over before. */
  private static List<String> rewiredTooLate(Scenario scenario) {
    double end = scenario.settings().warmup() + scenario.settings().duration();
    List<String> late = new ArrayList<>();
    for (Projection projection : scenario.network().projections()) {
      Rewiring rewiring = projection.rewiring();
      if (rewiring != null && rewiring.interval() > end) {
        late.add(
            "synapses."
                + projection.name()
                + ".structural.every: "
                + Numbers.rounded(rewiring.interval(), MeasurementUnit.MILLISECOND)
                + " is longer than the run of "
                + Numbers.rounded(end, MeasurementUnit.MILLISECOND)
                + ", so that no synapse forms or vanishes");
      }
    }
    return late;
  }
}
