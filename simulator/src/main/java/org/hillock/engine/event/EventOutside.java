package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.run.OutsideHistory;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.model.InputList;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.network.Network;

/** Draws again what has reached one neuron from outside in continuous time, window by window. */
final class EventOutside {

  private final List<OutsideHistory.Spike> spikes = new ArrayList<>();
  private final List<OutsideHistory.Current> currents = new ArrayList<>();
  private final EventInputs inputs;
  private final NeuronDescription description;

  private EventOutside(
      Network network, int population, int neuron, RunSettings settings, double width) {
    this.description = Models.of(network.populations().get(population)).description();
    this.inputs = new EventInputs(network, population, neuron, 1, description, settings, width);
  }

  /**
   * All that came up to a moment.
   *
   * @param width length of a window [ms]
   * @param until the moment [ms]
   */
  static OutsideHistory of(
      Network network,
      int population,
      int neuron,
      RunSettings settings,
      double width,
      double until) {
    EventOutside outside = new EventOutside(network, population, neuron, settings, width);
    for (int input = 0; input < network.inputs().size(); input++) {
      outside.gather(input, width, until);
    }
    return new OutsideHistory(outside.spikes, outside.currents);
  }

  private void gather(int input, double width, double until) {
    InputList arrived = new InputList();
    for (long window = 0; window * width < until; window++) {
      arrived.clear();
      inputs.addArrivals(input, 0, window * width, (window + 1) * width, arrived);
      for (int i = 0; i < arrived.size() && arrived.times()[i] <= until; i++) {
        double weight = arrived.weights()[i];
        int told = arrived.receptors()[i];
        int receptor = told == TablePlan.BY_SIGN ? description.receptor(null, weight) : told;
        spikes.add(new OutsideHistory.Spike(input, arrived.times()[i], receptor, weight));
      }
    }
    double time = 0;
    while (time < until) {
      double end = Math.min(until, inputs.nextChange(input, 0, time));
      double amplitude = inputs.current(input, 0, time);
      if (amplitude != 0) {
        currents.add(new OutsideHistory.Current(input, time, end, amplitude));
      }
      time = end;
    }
  }
}
