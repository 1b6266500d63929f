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

  /** Spikes of one step of the chip, at most, for each source; 0 if that is not known. */
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
      for (double spike : trains.train(neuron)) {
        most = Math.max(most, counts.merge(time.ofSpike(spike), 1, Integer::sum));
      }
    }
    return (double) most / source.size();
  }
}
