package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.engine.grid.input.GridInput;
import org.hillock.engine.grid.input.GridInputs;
import org.hillock.engine.run.OutsideHistory;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.InputPart;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronModel;
import org.hillock.network.Network;
import org.hillock.random.RandomStream;

/** Draws again what has reached one neuron from outside on the grid, step by step. */
public final class GridOutside {

  private GridOutside() {}

  /**
   * All that came up to a step.
   *
   * @param network the network
   * @param settings of its run
   * @param population index of the neuron's population
   * @param neuron index within it
   * @param until last step
   */
  public static OutsideHistory of(
      Network network, RunSettings settings, int population, int neuron, long until) {
    NeuronModel model = Models.of(network.populations().get(population));
    double[][] rows = new double[Math.max(1, model.description().receptors().size())][1];
    NeuronBlock block =
        new NeuronBlock(
            population,
            neuron,
            1,
            0,
            rows,
            0,
            new RandomStream(settings.noiseSeed()),
            network.populations().get(population).spikeTrains());
    List<GridInput> inputs = new GridInputs(network, settings).of(block, model);
    List<InputPart> parts = InputPart.of(network, population, neuron, 1);
    List<OutsideHistory.Spike> spikes = new ArrayList<>();
    List<OutsideHistory.Current> currents = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      int input = parts.get(i).number();
      double flowing = 0;
      long since = 0;
      for (long step = 1; step <= until; step++) {
        inputs.get(i).addSpikes(step, rows, 0, 1);
        for (int receptor = 0; receptor < rows.length; receptor++) {
          if (rows[receptor][0] != 0) {
            double time = GridTime.time(step, settings.step());
            spikes.add(new OutsideHistory.Spike(input, time, receptor, rows[receptor][0]));
            Arrays.fill(rows[receptor], 0);
          }
        }
        double current = current(inputs.get(i), block, step);
        if (current != flowing) {
          add(input, since, step - 1, flowing, settings.step(), currents);
          flowing = current;
          since = step - 1;
        }
      }
      add(input, since, until, flowing, settings.step(), currents);
    }
    return new OutsideHistory(spikes, currents);
  }

  private static double current(GridInput input, NeuronBlock block, long step) {
    block.clearCurrents();
    input.addCurrent(step);
    double[] current = block.current();
    return current == null ? 0 : current[0];
  }

  private static void add(
      int input,
      long since,
      long until,
      double amplitude,
      double step,
      List<OutsideHistory.Current> into) {
    if (amplitude != 0 && until > since) {
      into.add(
          new OutsideHistory.Current(
              input, GridTime.time(since, step), GridTime.time(until, step), amplitude));
    }
  }
}
