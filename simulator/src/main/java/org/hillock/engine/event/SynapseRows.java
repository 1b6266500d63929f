package org.hillock.engine.event;

import java.util.BitSet;
import org.hillock.engine.wiring.TablePlan;
import org.jspecify.annotations.Nullable;

/**
 * The synapses of one {@link TablePlan} onto the neurons of one partition, in rows by source. A row
 * is sorted by delay, then target, then order of drawing. What is the same for all synapses is not
 * stored for each.
 *
 * @param plan which projections they belong to
 * @param start where the row of each source begins, and the end of the last
 * @param targets index of each target within the partition
 * @param delay the delay of all, if {@code delays} is null [ms]
 * @param delays delay of each [ms]
 * @param single weight of each, where weights are stored in single precision
 * @param exact weight of each, where they are stored in double precision
 */
record SynapseRows(
    TablePlan plan,
    int[] start,
    int[] targets,
    double delay,
    double @Nullable [] delays,
    float @Nullable [] single,
    double @Nullable [] exact) {

  int sources() {
    return start.length - 1;
  }

  int size() {
    return targets.length;
  }

  /**
   * Marks the neurons of the source population that have synapses here.
   *
   * @param heard takes the marks
   */
  void markSources(BitSet heard) {
    for (int source = 0; source < sources(); source++) {
      if (start[source] < start[source + 1]) {
        heard.set(source);
      }
    }
  }

  /** Whether all synapses have one delay. */
  boolean oneDelay() {
    return delays == null;
  }

  double delay(int synapse) {
    return delays == null ? delay : delays[synapse];
  }

  /** Whether all synapses have one weight, {@code plan().constant()}. */
  boolean oneWeight() {
    return single == null && exact == null;
  }

  double weight(int synapse) {
    return exact != null ? exact[synapse] : single != null ? single[synapse] : plan.constant();
  }

  /** The shortest delay above 0; infinity without one. */
  double shortestDelay() {
    double shortest = Double.POSITIVE_INFINITY;
    if (delays == null) {
      return delay > 0 && size() > 0 ? delay : shortest;
    }
    for (double each : delays) {
      if (each > 0 && each < shortest) {
        shortest = each;
      }
    }
    return shortest;
  }

  /** The longest delay; 0 without synapses. */
  double longestDelay() {
    double longest = 0;
    for (int source = 0; source < sources(); source++) {
      if (start[source] < start[source + 1]) {
        longest = Math.max(longest, delay(start[source + 1] - 1));
      }
    }
    return longest;
  }

  /** Where, in the row of a source, the synapses without delay end. */
  int instantEnd(int source) {
    int at = start[source];
    while (at < start[source + 1] && delay(at) == 0) {
      at++;
    }
    return at;
  }
}
