package org.hillock.loihi.wiring;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * One way by which spikes reach the neurons of one population: a projection, or one range of
 * targets of an input. The synapses are exactly those of the simulator, drawn anew whenever they
 * are asked for. Not thread-safe.
 */
public sealed interface Pathway {

  /** How messages call it. */
  String where();

  /** The neurons that it reaches. */
  NeuronRange target();

  /** Fills in the synapses of one neuron of the target population; none if it is not reached. */
  void incoming(int neuron, Arrivals into);

  /** All pathways onto a population, in the order of inputs, then projections. */
  static List<Pathway> onto(String population, Network network, Numbering numbering, long seed) {
    List<Pathway> pathways = new ArrayList<>();
    for (int i = 0; i < network.inputs().size(); i++) {
      Input input = network.inputs().get(i);
      int first = 0;
      for (NeuronRange range : input.targets()) {
        Distribution weight = input.spikeWeight();
        if (weight != null && range.population().equals(population)) {
          pathways.add(new Train(input, range, i, first, weight, numbering, seed));
        }
        first += range.size();
      }
    }
    for (int i = 0; i < network.projections().size(); i++) {
      if (network.projections().get(i).target().population().equals(population)) {
        pathways.add(new FromNeurons(network, i, numbering, seed));
      }
    }
    return pathways;
  }

  /** A projection. */
  final class FromNeurons implements Pathway {

    private final Projection projection;
    private final Wiring wiring;
    private final int firstSource;
    private final RandomStream stream;
    private final IntList drawn = new IntList();

    FromNeurons(Network network, int index, Numbering numbering, long seed) {
      this.projection = network.projections().get(index);
      this.wiring = new Wiring(network, index, seed);
      NeuronRange source = projection.source();
      this.firstSource =
          numbering.sourceOf(network.populationIndex(source.population()), source.from());
      this.stream = new RandomStream(seed);
    }

    /** The neurons that send. */
    public NeuronRange source() {
      return projection.source();
    }

    /** How the weights change; null if they do not. */
    public @Nullable Plasticity plasticity() {
      return projection.plasticity();
    }

    @Override
    public String where() {
      return "synapses." + projection.name();
    }

    @Override
    public NeuronRange target() {
      return projection.target();
    }

    @Override
    public void incoming(int neuron, Arrivals into) {
      if (neuron < target().from() || neuron >= target().to()) {
        into.reset(0);
        return;
      }
      int target = neuron - target().from();
      wiring.sources(target, stream, drawn);
      into.reset(drawn.size());
      int[] sources = into.sources();
      for (int i = 0; i < drawn.size(); i++) {
        sources[i] = firstSource + drawn.get(i);
      }
      wiring.weights(target, drawn, stream, into.weights());
      wiring.delays(target, drawn, stream, into.delays());
    }
  }

  /**
   * The trains of an input. Their delay has been added to the times of the spikes, so that the
   * synapse itself has the shortest delay there is, written here as 0.
   */
  final class Train implements Pathway {

    private final Input input;
    private final NeuronRange target;
    private final int index;
    private final int firstEntity;
    private final Distribution weight;
    private final Numbering numbering;
    private final RandomStream stream;

    Train(
        Input input,
        NeuronRange target,
        int index,
        int firstEntity,
        Distribution weight,
        Numbering numbering,
        long seed) {
      this.input = input;
      this.target = target;
      this.index = index;
      this.firstEntity = firstEntity;
      this.weight = weight;
      this.numbering = numbering;
      this.stream = new RandomStream(seed);
    }

    @Override
    public String where() {
      return "inputs." + input.name();
    }

    @Override
    public NeuronRange target() {
      return target;
    }

    @Override
    public void incoming(int neuron, Arrivals into) {
      if (neuron < target.from() || neuron >= target.to()) {
        into.reset(0);
        return;
      }
      int entity = firstEntity + neuron - target.from();
      into.reset(1);
      into.sources()[0] = numbering.sourceOfTrain(index, input.trainOf(entity));
      stream.at(Purpose.INPUT_WEIGHT, index, entity);
      into.weights()[0] = weight.draw(stream, entity);
      into.fillDelays(0);
    }
  }
}
