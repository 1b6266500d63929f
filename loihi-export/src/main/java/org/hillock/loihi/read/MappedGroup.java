package org.hillock.loihi.read;

/**
 * Sources that belong together: a population on the chip, or the ports of one input.
 *
 * @param name of the population or input
 * @param size number of sources
 * @param cores of each neuron, by their order in the mapping; empty for ports
 * @param compartments of each neuron on its core; empty for ports
 * @param firstPort number of the first port; -1 for a population
 */
public record MappedGroup(String name, int size, int[] cores, int[] compartments, int firstPort) {

  /** Whether its sources are ports. */
  public boolean ports() {
    return firstPort >= 0;
  }
}
