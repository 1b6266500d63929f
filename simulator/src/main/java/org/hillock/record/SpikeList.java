package org.hillock.record;

import java.util.Arrays;

/**
 * Recorded spikes of one population in memory, ordered by time, then neuron.
 *
 * @param population name of the population
 * @param times when [ms]
 * @param neurons who: index within the population, same length as times
 */
public record SpikeList(String population, double[] times, int[] neurons) implements Spikes {

  /** No spikes of a population. */
  public static SpikeList none(String population) {
    return new SpikeList(population, new double[0], new int[0]);
  }

  /** Number of spikes. */
  public int size() {
    return times.length;
  }

  @Override
  public long count() {
    return times.length;
  }

  @Override
  public void forEach(Visitor visitor) {
    for (int i = 0; i < times.length; i++) {
      visitor.spike(times[i], neurons[i]);
    }
  }

  /** The times [ms] of one neuron, ascending. */
  public double[] train(int neuron) {
    double[] train = new double[size()];
    int n = 0;
    for (int i = 0; i < times.length; i++) {
      if (neurons[i] == neuron) {
        train[n++] = times[i];
      }
    }
    return Arrays.copyOf(train, n);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpikeList that
        && population.equals(that.population)
        && Arrays.equals(times, that.times)
        && Arrays.equals(neurons, that.neurons);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(times) + Arrays.hashCode(neurons);
  }

  @Override
  public String toString() {
    return population + ": " + size() + " spikes";
  }
}
