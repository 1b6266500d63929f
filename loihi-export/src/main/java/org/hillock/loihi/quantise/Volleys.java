package org.hillock.loihi.quantise;

import java.util.HashMap;
import java.util.Map;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Pathway;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.SpikeTrains;

/** How many of the sources of a pathway fire in one step, where their spikes are recorded. */
final class Volleys {

  private Volleys() {}

  /** The largest part of the sources that fires in one step of the chip; 0 if it is not known. */
  static double together(Pathway pathway, Network network, ChipTime time) {
    NeuronRange source =
        pathway instanceof Pathway.FromNeurons projection ? projection.source() : null;
    SpikeTrains trains =
        source == null ? null : network.population(source.population()).spikeTrains();
    if (source == null || trains == null) {
      return 0;
    }
    Map<Long, Integer> counts = new HashMap<>();
    int most = 0;
    for (int neuron = source.from(); neuron < Math.min(source.to(), trains.size()); neuron++) {
      long last = Long.MIN_VALUE;
      for (double spike : trains.train(neuron)) {
        long step = time.steps(spike, 0);
        most = Math.max(most, step == last ? 0 : counts.merge(step, 1, Integer::sum));
        last = step;
      }
    }
    return (double) most / source.size();
  }
}
