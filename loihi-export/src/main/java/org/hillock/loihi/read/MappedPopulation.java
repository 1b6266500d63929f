package org.hillock.loihi.read;

/**
 * A population of a mapping.
 *
 * @param name of the scenario, or of relays, such as {@code exc~1}
 * @param model of the scenario, or {@code relay}
 * @param size neurons
 * @param onChip whether they are compartments; else they are ports
 * @param relays the population that relays repeat; empty if they are none
 * @param laterBy steps by which they fire later; 0 if they are none
 * @param neurons which neuron each relay repeats
 */
public record MappedPopulation(
    String name,
    String model,
    int size,
    boolean onChip,
    String relays,
    int laterBy,
    int[] neurons) {

  /** Whether its neurons repeat those of another population. */
  public boolean isRelay() {
    return !relays.isEmpty();
  }
}
