package org.hillock.loihi.partition;

import org.hillock.loihi.wiring.Numbering;

/**
 * Which neurons a core holds, and what they take of it.
 *
 * @param from place of the first neuron, see {@link Numbering}
 * @param to one past the place of the last
 * @param sources the source of each input axon, ascending
 * @param words of synapse memory
 * @param compartmentProfiles different decays and refractory periods
 * @param thresholdProfiles different thresholds
 * @param formats synapse formats
 * @param delaySlots slots for spikes under way, for each compartment
 */
public record CoreFill(
    int from,
    int to,
    int[] sources,
    int words,
    int compartmentProfiles,
    int thresholdProfiles,
    int formats,
    int delaySlots) {

  /** Number of neurons. */
  public int compartments() {
    return to - from;
  }
}
