package org.hillock.engine.grid.table;

import org.hillock.engine.wiring.TablePlan;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of a table, sorted and indexed.
 *
 * @param plan what the table holds
 * @param index where each source's synapses lie
 * @param targets target of each synapse: index within the partition
 * @param single weights in single precision, or null
 * @param exact weights in double precision, or null
 * @param minDelay shortest delay [steps]
 * @param maxDelay longest delay [steps]
 */
public record BuiltTable(
    TablePlan plan,
    SegmentIndex index,
    char[] targets,
    float @Nullable [] single,
    double @Nullable [] exact,
    int minDelay,
    int maxDelay) {

  /** Number of synapses. */
  public int synapses() {
    return index.synapses();
  }
}
