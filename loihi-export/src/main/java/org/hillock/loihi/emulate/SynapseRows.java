package org.hillock.loihi.emulate;

/**
 * Synapses on to the neurons of a part, in compressed rows by source:
 *
 * <pre>
 *   synapses of source s:  start[s] to start[s + 1] - 1
 *   offset[k]              delay × neurons + target
 *   weight[k]              what a spike adds
 * </pre>
 *
 * Input is a ring of as many rows as there are delays, each with a number a neuron; an offset
 * counts from the row of the step after the spike.
 */
final class SynapseRows {

  private final int[] start;
  private final int[] offset;
  private final int[] weight;

  /** Where the next synapse of each source goes; {@link #start} once all have been added. */
  private final int[] next;

  /**
   * @param counts how many synapses each source has
   */
  SynapseRows(int[] counts) {
    start = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      start[i + 1] = Math.addExact(start[i], counts[i]);
    }
    next = start.clone();
    offset = new int[start[counts.length]];
    weight = new int[start[counts.length]];
  }

  /** Adds a synapse and tells its place. */
  int add(int source, int ringOffset, int value) {
    int place = next[source]++;
    offset[place] = ringOffset;
    weight[place] = value;
    return place;
  }

  int from(int source) {
    return start[source];
  }

  int to(int source) {
    return start[source + 1];
  }

  /** How many synapses a source has. */
  int length(int source) {
    return start[source + 1] - start[source];
  }

  int offset(int place) {
    return offset[place];
  }

  int weight(int place) {
    return weight[place];
  }

  /** Changes the weight of a synapse. */
  void set(int place, int value) {
    weight[place] = value;
  }

  /**
   * Adds what spikes of a source bring.
   *
   * @param count how many spikes in this step
   * @param ring the input
   * @param base where the row of the next step begins
   */
  void deliver(int source, int count, int[] ring, int base) {
    int size = ring.length;
    int end = start[source + 1];
    for (int k = start[source]; k < end; k++) {
      int cell = base + offset[k];
      cell -= cell >= size ? size : 0;
      ring[cell] += weight[k] * count;
    }
  }
}
