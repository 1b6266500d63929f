package org.hillock.loihi.partition;

import java.util.EnumMap;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.jspecify.annotations.Nullable;

/**
 * Which neurons a core holds, and what they take of it.
 *
 * @param places of the neurons, ascending, see {@link org.hillock.loihi.wiring.Numbering}; the
 *     neuron at index i is compartment i
 * @param sources the source of each input axon, ascending
 * @param used how much of each resource but the output axons, which depend on the other cores
 */
public record CoreFill(int[] places, int[] sources, Map<Limit, Long> used) {

  /** Copies the map. */
  public CoreFill {
    used = new EnumMap<>(used);
  }

  /** Number of neurons. */
  public int compartments() {
    return places.length;
  }

  /** How much of a resource is taken; 0 for output axons. */
  public long used(Limit limit) {
    return used.getOrDefault(limit, 0L);
  }

  /** Slots for spikes under way, for each compartment. */
  public int delaySlots() {
    return (int) (used(Limit.DENDRITE_ACCUMULATORS) / places.length);
  }

  /** The first limit that is exceeded, or null if all hold. */
  public @Nullable Limit exceeded(ChipProfile profile) {
    for (Map.Entry<Limit, Long> entry : used.entrySet()) {
      if (entry.getValue() > entry.getKey().perCore(profile)) {
        return entry.getKey();
      }
    }
    return null;
  }
}
