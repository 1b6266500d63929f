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

  /** Number of neurons that are in another range, too. */
  public int shared(NeuronRange other) {
    return population.equals(other.population)
        ? Math.max(0, Math.min(to, other.to) - Math.max(from, other.from))
        : 0;
  }

  /** Whether some neuron is in both ranges. */
  public boolean overlaps(NeuronRange other) {
    return shared(other) > 0;
  }

  @Override
  public String toString() {
    return population + "[" + from + ":" + to + "]";
  }
}
