package org.hillock.engine.grid.table;

import java.util.BitSet;
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

  /**
   * Marks the neurons of the source population that have synapses here.
   *
   * @param heard takes the marks
   */
  public void markSources(BitSet heard) {
    for (int source = 0; source < index.sources(); source++) {
      if (index.synapseStart(source) < index.synapseStart(source + 1)) {
        heard.set(source);
      }
    }
  }

  /** Number of synapses. */
  public int synapses() {
    return index.synapses();
  }
}
