package org.hillock.lif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.random.RandomStream;

/**
 * One neuron run as the engine runs it: window by window, looked at only where something arrives or
 * where it has said that it may fire. Windows may be of any length.
 */
final class KernelRun {

  private final NeuronDescription description;
  private final EventKernel kernel;
  private final EventBlock block;
  private final List<Double> spikes = new ArrayList<>();

  KernelRun(String model, Map<String, Double> parameters) {
    NeuronModel described = Models.neuron(model).orElseThrow();
    this.description = described.description();
    this.kernel =
        described
            .dynamics()
            .eventKernel(ParameterSet.of("test", described.parameters(), parameters));
    this.block = new EventBlock(0, 0, 1, kernel.stateSize(), new RandomStream(1), null);
    double[] initial = new double[described.stateVariables().size()];
    initial[0] = parameters.get("E_L");
    kernel.start(block, 0, initial);
  }

  private int receptor(double weight) {
    return description.receptor(null, weight);
  }

  /** Spikes of one window and no input. */
  List<Double> free(double end) {
    kernel.advance(block, 0, new InputList(), 0, end, spikes::add);
    return spikes;
  }

  /** Takes one input in, and reads V - E_L at some times after it [mV]. */
  double[] answer(double weight, double[] times, double resting) {
    InputList inputs = new InputList();
    inputs.add(1, weight, receptor(weight));
    kernel.advance(block, 0, inputs, 0, 1, spikes::add);
    double[] v = new double[times.length];
    for (int i = 0; i < v.length; i++) {
      kernel.advance(block, 0, new InputList(), 0, 1 + times[i], spikes::add);
      v[i] = kernel.read(block, 0, 0, 1 + times[i]) - resting;
    }
    return v;
  }

  /**
   * Runs over inputs and changes of current, see {@link PowerSeriesNeuron#run}.
   *
   * @param longest windows are this long at most [ms]
   */
  List<Double> run(
      double[] times,
      double[] weights,
      double[] changes,
      double[] currents,
      double end,
      double longest,
      Random random) {
    double begin = 0;
    double wake = 0;
    int input = 0;
    int change = 0;
    while (begin < end) {
      double until = Math.min(end, begin + longest * (1 - random.nextDouble() * 0.9));
      InputList inputs = new InputList();
      while (input < times.length && times[input] <= until) {
        inputs.add(times[input], weights[input], receptor(weights[input++]));
      }
      int next = 0;
      boolean changed = false;
      while (change < changes.length && changes[change] <= until) {
        InputList part = new InputList();
        while (next < inputs.size() && inputs.times()[next] <= changes[change]) {
          part.add(inputs.times()[next], inputs.weights()[next], inputs.receptors()[next++]);
        }
        kernel.advance(block, 0, part, 0, changes[change], spikes::add);
        kernel.inject(block, 0, changes[change], currents[change]);
        changed = true;
        change++;
      }
      if (changed || next < inputs.size() || wake <= until) {
        wake = kernel.advance(block, 0, inputs, next, until, spikes::add);
        if (wake <= until) {
          throw new AssertionError("wakes at " + wake + ", not after " + until);
        }
      }
      begin = until;
    }
    return spikes;
  }
}
