package org.hillock.network;

/**
 * Neurons {@code from} to {@code to - 1} of one population.
 *
 * @param population the population's name
 * @param from first neuron, from 0
 * @param to one past the last neuron
 */
public record NeuronRange(String population, int from, int to) {

  /**
   * @throws InvalidNetworkException if the range is empty or starts below 0
   */
  public NeuronRange {
    if (from < 0 || to <= from) {
      throw new InvalidNetworkException(
          population, "[" + from + ":" + to + "]", "a range [from:to] with 0 <= from < to");
    }
  }

  /** The whole of a population. */
  public static NeuronRange all(Population population) {
    return new NeuronRange(population.name(), 0, population.size());
  }

  /** Number of neurons. */
  public int size() {
    return to - from;
  }

  @Override
  public String toString() {
    return population + "[" + from + ":" + to + "]";
  }
}
