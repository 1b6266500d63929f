package org.hillock.loihi.partition;

import java.util.List;
import org.hillock.loihi.chip.Limit;

/**
 * The neurons of the network, cut into cores.
 *
 * @param cores what each core holds
 * @param outputAxons routes that begin on each core
 */
public record Partition(List<CoreFill> cores, int[] outputAxons) {

  /** Copies the list. */
  public Partition {
    cores = List.copyOf(cores);
  }

  /** How much of a resource a core uses. */
  public long used(int core, Limit limit) {
    return limit == Limit.OUTPUT_AXONS ? outputAxons[core] : cores.get(core).used(limit);
  }
}
