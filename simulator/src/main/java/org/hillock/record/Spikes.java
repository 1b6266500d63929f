package org.hillock.record;

/**
 * Recorded spikes of one population, wherever they are kept; gone through by time, then neuron, as
 * often as is wanted.
 */
public interface Spikes {

  /** Name of the population. */
  String population();

  /** How many there are. */
  long count();

  /**
   * Goes through all of them.
   *
   * @param visitor is told of each
   * @throws java.io.UncheckedIOException if they are in a file that cannot be read
   */
  void forEach(Visitor visitor);

  /** Is told of spikes. */
  @FunctionalInterface
  interface Visitor {
    /**
     * A spike.
     *
     * @param time when [ms]
     * @param neuron who: index within the population
     */
    void spike(double time, int neuron);
  }
}
