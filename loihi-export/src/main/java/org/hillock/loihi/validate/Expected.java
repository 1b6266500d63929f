package org.hillock.loihi.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.engine.GridTime;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.loihi.read.MappingFile;
import org.hillock.model.Models;
import org.hillock.model.NeuronValues;
import org.hillock.model.ParameterSet;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * The synapses that a network wants onto the neurons of one population, as the chip should have
 * them.
 */
final class Expected {

  /**
   * A synapse.
   *
   * @param weight that is to be added to u, before rounding
   * @param delay from the spike to the change of v on the simulator's grid, in steps of the chip
   */
  record Synapse(double weight, int delay) {}

  private final Network network;
  private final MappingFile file;
  private final SourceNames names;
  private final int index;
  private final Population population;
  private final NeuronValues values;
  private final List<Wiring> wirings = new ArrayList<>();
  private final RandomStream stream;
  private final boolean currents;

  Expected(Network network, MappingFile file, SourceNames names, String name) {
    this.network = network;
    this.file = file;
    this.names = names;
    this.index = network.populationIndex(name);
    this.population = network.populations().get(index);
    this.values =
        new NeuronValues(
            population, index, Models.neuron(population.model()).orElseThrow(), file.seed());
    this.stream = new RandomStream(file.seed());
    this.currents = values.parameters(0).names().contains("tau_syn_ex");
    for (int i = 0; i < network.projections().size(); i++) {
      Projection projection = network.projections().get(i);
      if (projection.target().population().equals(name)) {
        wirings.add(new Wiring(network, i, file.seed()));
      }
    }
  }

  /** Steps by which a spike acts on v later than it arrives: 1 where it is a current. */
  int lag() {
    return currents ? 1 : 0;
  }

  /** The synapses onto a neuron, by source number. */
  Map<Integer, List<Synapse>> onto(int neuron) {
    Map<Integer, List<Synapse>> all = new TreeMap<>();
    double scale = file.scales().getOrDefault(population.name(), Double.NaN);
    ParameterSet parameters = values.parameters(neuron);
    double excitatory = scale * (currents ? Response.gain(parameters, "tau_syn_ex", file) : 1);
    double inhibitory = scale * (currents ? Response.gain(parameters, "tau_syn_in", file) : 1);
    IntList drawn = new IntList();
    for (Wiring wiring : wirings) {
      NeuronRange target = wiring.target();
      if (neuron < target.from() || neuron >= target.to()) {
        continue;
      }
      wiring.sources(neuron - target.from(), stream, drawn);
      double[] weights = new double[drawn.size()];
      double[] delays = new double[drawn.size()];
      wiring.weights(neuron - target.from(), drawn.size(), stream, weights);
      wiring.delays(neuron - target.from(), drawn, stream, delays);
      for (int i = 0; i < drawn.size(); i++) {
        int source = names.of(wiring.source().population(), wiring.source().from() + drawn.get(i));
        int delay = (int) Math.max(1, GridTime.index(delays[i], file.chipStep()));
        add(all, source, weights[i], delay, excitatory, inhibitory);
      }
    }
    inputs(neuron, all, excitatory, inhibitory);
    return all;
  }

  private void inputs(
      int neuron, Map<Integer, List<Synapse>> all, double excitatory, double inhibitory) {
    for (int i = 0; i < network.inputs().size(); i++) {
      Input input = network.inputs().get(i);
      int entity = 0;
      for (NeuronRange range : input.targets()) {
        boolean own =
            range.population().equals(population.name())
                && neuron >= range.from()
                && neuron < range.to();
        int train = entity + neuron - range.from();
        entity += range.size();
        if (own && input instanceof Input.Poisson poisson) {
          stream.at(Purpose.INPUT_WEIGHT, i, train);
          double weight = poisson.weight().draw(stream, train);
          add(all, names.of(input.name(), train), weight, 1, excitatory, inhibitory);
        } else if (own && input instanceof Input.Spikes spikes) {
          stream.at(Purpose.INPUT_WEIGHT, i, train);
          double weight = spikes.weight().draw(stream, train);
          add(all, names.of(input.name(), 0), weight, 1, excitatory, inhibitory);
        }
      }
    }
  }

  private static void add(
      Map<Integer, List<Synapse>> all,
      int source,
      double weight,
      int delay,
      double excitatory,
      double inhibitory) {
    double scaled = weight * (weight < 0 ? inhibitory : excitatory);
    all.computeIfAbsent(source, key -> new ArrayList<>()).add(new Synapse(scaled, delay));
  }
}
