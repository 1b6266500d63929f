package org.hillock.loihi.emulate;

import java.util.Arrays;

/**
 * Synapses of a format whose mantissas are summed before its negative exponent shifts them: what
 * one step's spikes bring a neuron with one delay is one sum.
 */
final class SummedRows {

  private final SynapseFormat format;
  private final int weightShift;
  private final SynapseRows rows;
  private final int[] sums;
  private int[] touched = new int[64];
  private int touches;

  /**
   * @param cells of the ring
   */
  SummedRows(SynapseFormat format, int weightShift, SynapseRows rows, int cells) {
    this.format = format;
    this.weightShift = weightShift;
    this.rows = rows;
    this.sums = new int[cells];
  }

  SynapseRows rows() {
    return rows;
  }

  /** Sums what spikes of a source bring. */
  void collect(int source, int count) {
    for (int k = rows.from(source); k < rows.to(source); k++) {
      int cell = rows.offset(k);
      if (sums[cell] == 0) {
        if (touches == touched.length) {
          touched = Arrays.copyOf(touched, 2 * touches);
        }
        // A sum that comes back to 0 is noted twice; the second time there is nothing left of it.
        touched[touches++] = cell;
      }
      sums[cell] += rows.weight(k) * count;
    }
  }

  /** Adds the sums to the input and begins anew. */
  void deliver(int[] ring, int base) {
    for (int i = 0; i < touches; i++) {
      int offset = touched[i];
      int cell = base + offset;
      cell -= cell >= ring.length ? ring.length : 0;
      ring[cell] += format.shifted(sums[offset]) << weightShift;
      sums[offset] = 0;
    }
    touches = 0;
  }
}
