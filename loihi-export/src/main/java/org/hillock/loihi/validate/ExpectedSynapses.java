package org.hillock.loihi.validate;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.loihi.read.MappingFile;
import org.hillock.model.GridTime;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * The synapses that a network wants onto the neurons of one population, drawn as the simulator
 * draws them. Those of inputs have the shortest delay there is, since the delay of an input shifts
 * the times of its spikes.
 */
final class ExpectedSynapses {

  /** The input of a synapse is no projection. */
  static final int NO_PROJECTION = -1;

  /**
   * A synapse.
   *
   * @param source number of the neuron or train
   * @param weight of the network [mV or pA]
   * @param delay from the spike to the change of V on the simulator's grid, in steps of the chip
   * @param projection its place in the network; -1 for an input
   */
  record Synapse(int source, double weight, int delay, int projection) {}

  private final Network network;
  private final String population;
  private final SourceNames names;
  private final double step;
  private final List<Wiring> wirings = new ArrayList<>();
  private final List<Integer> projections = new ArrayList<>();
  private final RandomStream stream;

  ExpectedSynapses(Network network, MappingFile file, SourceNames names, String population) {
    this.network = network;
    this.population = population;
    this.names = names;
    this.step = file.chipStep();
    this.stream = new RandomStream(file.seed());
    for (int i = 0; i < network.projections().size(); i++) {
      if (network.projections().get(i).target().population().equals(population)) {
        wirings.add(new Wiring(network, i, file.seed()));
        projections.add(i);
      }
    }
  }

  /** The synapses onto a neuron. */
  List<Synapse> onto(int neuron) {
    List<Synapse> all = new ArrayList<>();
    IntList drawn = new IntList();
    for (int w = 0; w < wirings.size(); w++) {
      Wiring wiring = wirings.get(w);
      NeuronRange target = wiring.target();
      if (neuron < target.from() || neuron >= target.to()) {
        continue;
      }
      wiring.sources(neuron - target.from(), stream, drawn);
      double[] weights = new double[drawn.size()];
      double[] delays = new double[drawn.size()];
      wiring.weights(neuron - target.from(), drawn, stream, weights);
      wiring.delays(neuron - target.from(), drawn, stream, delays);
      NeuronRange from = wiring.source();
      for (int i = 0; i < drawn.size(); i++) {
        int source = names.of(from.population(), from.from() + drawn.get(i));
        int delay = (int) Math.max(1, GridTime.index(delays[i], step));
        all.add(new Synapse(source, weights[i], delay, projections.get(w)));
      }
    }
    inputs(neuron, all);
    return all;
  }

  private void inputs(int neuron, List<Synapse> all) {
    for (int i = 0; i < network.inputs().size(); i++) {
      Input input = network.inputs().get(i);
      int entity = 0;
      for (NeuronRange range : input.targets()) {
        boolean own =
            range.population().equals(population) && neuron >= range.from() && neuron < range.to();
        int target = entity + neuron - range.from();
        entity += range.size();
        Distribution weights = input.spikeWeight();
        if (own && weights != null) {
          stream.at(Purpose.INPUT_WEIGHT, i, target);
          double weight = weights.draw(stream, target);
          all.add(new Synapse(names.ofTrain(i, input.trainOf(target)), weight, 1, NO_PROJECTION));
        }
      }
    }
  }
}
