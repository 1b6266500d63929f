package org.hillock.record;

/**
 * Spikes of one population counted in bins.
 *
 * @param population name of the population
 * @param size its number of neurons
 * @param start beginning of the first bin [ms]
 * @param bin width [ms]
 * @param counts spikes in each bin (start + i bin, start + (i+1) bin]
 */
public record RateTable(String population, int size, double start, double bin, int[] counts) {

  /** Rate in one bin [Hz per neuron]. */
  public double rate(int index) {
    return 1000.0 * counts[index] / (size * bin);
  }
}
