package org.hillock.loihi.partition;

import java.util.List;
import org.hillock.loihi.chip.Limit;

/**
 * The neurons of the network, cut into cores.
 *
 * @param cores what each core holds, in the order of places
 * @param outputAxons routes that begin on each core
 */
public record Partition(List<CoreFill> cores, int[] outputAxons) {

  /** Copies the list. */
  public Partition {
    cores = List.copyOf(cores);
  }

  /** How much of a resource a core uses. */
  public long used(int core, Limit limit) {
    CoreFill fill = cores.get(core);
    return switch (limit) {
      case COMPARTMENTS -> fill.compartments();
      case INPUT_AXONS -> fill.sources().length;
      case OUTPUT_AXONS -> outputAxons[core];
      case SYNAPSE_MEMORY -> fill.words();
      case COMPARTMENT_PROFILES -> fill.compartmentProfiles();
      case THRESHOLD_PROFILES -> fill.thresholdProfiles();
      case SYNAPSE_FORMATS -> fill.formats();
      case DENDRITE_ACCUMULATORS -> (long) fill.delaySlots() * fill.compartments();
    };
  }
}
