package org.hillock.engine.wiring;

import java.util.ArrayList;
import java.util.List;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * The part of an input that reaches a slice of one population.
 *
 * @param input the input
 * @param number its place in the network
 * @param from first neuron of the slice that it reaches
 * @param to one past the last
 * @param firstEntity number of the first neuron among all targets of the input, which keys its
 *     random numbers
 */
public record InputPart(Input input, int number, int from, int to, int firstEntity) {

  /**
   * The parts of all inputs of a network, in their order.
   *
   * @param network the network
   * @param population index of the population
   * @param firstNeuron first neuron of the slice
   * @param size neurons of the slice
   */
  public static List<InputPart> of(Network network, int population, int firstNeuron, int size) {
    List<InputPart> parts = new ArrayList<>();
    String name = network.populations().get(population).name();
    for (int number = 0; number < network.inputs().size(); number++) {
      Input input = network.inputs().get(number);
      int entity = 0;
      for (NeuronRange range : input.targets()) {
        int from = Math.max(range.from() - firstNeuron, 0);
        int to = Math.min(range.to() - firstNeuron, size);
        if (range.population().equals(name) && from < to) {
          parts.add(
              new InputPart(input, number, from, to, entity + firstNeuron + from - range.from()));
        }
        entity += range.size();
      }
    }
    return parts;
  }

  /** Number of neurons. */
  public int size() {
    return to - from;
  }

  /**
   * The weight of the input's spikes for each neuron.
   *
   * @param distribution of the weights
   * @param seed the run's seed
   */
  public double[] weights(Distribution distribution, long seed) {
    RandomStream stream = new RandomStream(seed);
    double[] weights = new double[size()];
    for (int i = 0; i < weights.length; i++) {
      stream.at(Purpose.INPUT_WEIGHT, number, firstEntity + i);
      weights[i] = distribution.draw(stream, firstEntity + i);
    }
    return weights;
  }
}
