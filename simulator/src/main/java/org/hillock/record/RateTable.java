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
    return rateOf(counts[index]);
  }

  /** The rate that so many spikes in a bin mean [Hz per neuron]. */
  public double rateOf(int spikes) {
    return 1000.0 * spikes / (size * bin);
  }
}
