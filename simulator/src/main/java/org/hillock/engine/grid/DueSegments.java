package org.hillock.engine.grid;

import java.util.Arrays;

/** The segments that a table delivers in one step, in order. */
final class DueSegments {

  private static final int[] NONE = new int[0];
  private static final int LENGTH_BITS = 8;
  private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

  private int size;
  private int[] first = NONE;

  /** Receptor and length of each segment in one number. */
  private int[] extent = NONE;

  /** Of which delay and which spike of its step each segment is, where plasticity needs it. */
  private int[] delay = NONE;

  private int[] spike = NONE;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /**
   * @param synapse first synapse of the segment
   * @param length its number of synapses, 1 to 255
   * @param receptor which row of input it adds to
   */
  void add(int synapse, int length, int receptor) {
    if (size == first.length) {
      int capacity = Math.max(16, size * 2);
      first = Arrays.copyOf(first, capacity);
      extent = Arrays.copyOf(extent, capacity);
    }
    first[size] = synapse;
    extent[size++] = receptor << LENGTH_BITS | length;
  }

  /** Says where the segment comes from that is added next. */
  void addOrigin(int delaySteps, int spikeOfStep) {
    if (size == delay.length) {
      int capacity = Math.max(16, size * 2);
      delay = Arrays.copyOf(delay, capacity);
      spike = Arrays.copyOf(spike, capacity);
    }
    delay[size] = delaySteps;
    spike[size] = spikeOfStep;
  }

  /** Delay of a segment [steps]. */
  int delay(int i) {
    return delay[i];
  }

  /** Number of its spike among those of the step of emission. */
  int spike(int i) {
    return spike[i];
  }

  /** First synapse of a segment. */
  int from(int i) {
    return first[i];
  }

  /** One past its last synapse. */
  int to(int i) {
    return first[i] + (extent[i] & LENGTH_MASK);
  }

  /** Which row of input it adds to. */
  int receptor(int i) {
    return extent[i] >>> LENGTH_BITS;
  }
}
