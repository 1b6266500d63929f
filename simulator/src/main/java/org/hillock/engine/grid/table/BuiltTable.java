package org.hillock.engine.grid.table;

import org.hillock.engine.wiring.TablePlan;

/**
 * The arrays of a table, sorted and indexed. Arrays that its storage does not need are empty.
 *
 * @param plan what the table holds
 * @param index where each source's synapses lie
 * @param targets target of each synapse: index within the partition
 * @param words target and weight in whole quanta, or bits of weights in single precision
 * @param exact weights in double precision
 * @param minDelay shortest delay [steps]
 * @param maxDelay longest delay [steps]
 */
public record BuiltTable(
    TablePlan plan,
    SegmentIndex index,
    char[] targets,
    int[] words,
    double[] exact,
    int minDelay,
    int maxDelay) {

  /** Number of synapses. */
  public int synapses() {
    return index.synapses();
  }
}
