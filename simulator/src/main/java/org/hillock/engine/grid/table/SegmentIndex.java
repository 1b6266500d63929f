package org.hillock.engine.grid.table;

import org.jspecify.annotations.Nullable;

/**
 * Where the synapses of each source and delay lie in a table.
 *
 * <p>Synapses are sorted by source, then <em>slot</em>, then order of creation. A slot is the delay
 * in steps, followed by the few bits of the receptor. A segment is a run of synapses of one source
 * and slot. It takes two bytes: how much its slot exceeds the one before (of the same source; the
 * first counts from 0), and how many synapses it has. What does not fit a byte is split: an empty
 * segment advances the slot by 255, and a long run is followed by more with the same slot.
 *
 * <pre>
 *   source s:  segments segmentStart[s] … segmentStart[s+1]-1
 *              synapses synapseStart[s] … synapseStart[s+1]-1
 *   segment g: slot += slotStep[g];  next length[g] synapses
 * </pre>
 *
 * <p>Where nearly every synapse has a slot of its own, a segment is one synapse: no lengths are
 * kept, and one array says where both segments and synapses of a source begin. A large network cut
 * into many partitions has such short rows that this halves its index.
 */
final class SegmentIndex {

  private static final int BYTE_MAX = 255;
  private static final int BYTES_OF_A_LINE = 64;

  private final int receptorBits;
  final int[] synapseStart;
  final int[] segmentStart;
  private final byte[] slotStep;

  /** Number of synapses of each segment, or null if that is always one. */
  private final byte @Nullable [] length;

  /**
   * @param receptorBits bits of a slot that say the receptor
   * @param synapseStart where each source's synapses begin; one more entry than there are sources
   * @param slots slot of each synapse, ascending for each source
   */
  SegmentIndex(int receptorBits, int[] synapseStart, char[] slots) {
    this.receptorBits = receptorBits;
    this.synapseStart = synapseStart;
    Scan counted = new Scan(null, null);
    for (int source = 0; source < sources(); source++) {
      counted.row(slots, synapseStart[source], synapseStart[source + 1]);
    }
    long runs = 2L * counted.segments + 4L * synapseStart.length;
    if (counted.longestStep <= BYTE_MAX && synapses() <= runs) {
      segmentStart = synapseStart;
      length = null;
      slotStep = new byte[synapses()];
      for (int source = 0; source < sources(); source++) {
        writeSingly(slots, synapseStart[source], synapseStart[source + 1]);
      }
    } else {
      segmentStart = new int[synapseStart.length];
      slotStep = new byte[counted.segments];
      length = new byte[counted.segments];
      Scan written = new Scan(slotStep, length);
      for (int source = 0; source < sources(); source++) {
        written.row(slots, synapseStart[source], synapseStart[source + 1]);
        segmentStart[source + 1] = written.segments;
      }
    }
  }

  private void writeSingly(char[] slots, int from, int to) {
    int slot = 0;
    for (int i = from; i < to; i++) {
      slotStep[i] = (byte) (slots[i] - slot);
      slot = slots[i];
    }
  }

  /** Goes through rows of slots and counts segments, and writes them where asked to. */
  private static final class Scan {
    private final byte @Nullable [] steps;
    private final byte @Nullable [] lengths;
    private int segments;
    private int longestStep;

    Scan(byte @Nullable [] steps, byte @Nullable [] lengths) {
      this.steps = steps;
      this.lengths = lengths;
    }

    void row(char[] slots, int from, int to) {
      int slot = 0;
      int at = from;
      while (at < to) {
        int next = slots[at];
        int end = at + 1;
        while (end < to && slots[end] == next) {
          end++;
        }
        int step = next - slot;
        longestStep = Math.max(longestStep, step);
        for (; step > BYTE_MAX; step -= BYTE_MAX) {
          add(BYTE_MAX, 0);
        }
        for (; at < end; at += BYTE_MAX) {
          add(step, Math.min(BYTE_MAX, end - at));
          step = 0;
        }
        at = end;
        slot = next;
      }
    }

    private void add(int step, int run) {
      if (steps != null && lengths != null) {
        steps[segments] = (byte) step;
        lengths[segments] = (byte) run;
      }
      segments++;
    }
  }

  /**
   * Reads something of each cache line that tells of some sources' segments.
   *
   * @param sources the sources
   * @param from place of the first
   * @param to one past the place of the last
   * @return a number without a meaning
   */
  long touch(int[] sources, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += synapseStart[sources[i]] + segmentStart[sources[i]];
    }
    for (int i = from; i < to; i++) {
      int end = segmentStart[sources[i] + 1];
      for (int segment = segmentStart[sources[i]]; segment < end; segment += BYTES_OF_A_LINE) {
        sum += slotStep[segment] + length(segment);
      }
      if (end > 0) {
        sum += slotStep[end - 1] + length(end - 1);
      }
    }
    return sum;
  }

  /** By how much the slot of a segment exceeds the one before. */
  int slotStep(int segment) {
    return slotStep[segment] & BYTE_MAX;
  }

  /** Whether every segment is one synapse. */
  boolean singly() {
    return length == null;
  }

  /** Number of synapses of a segment. */
  int length(int segment) {
    return length == null ? 1 : length[segment] & BYTE_MAX;
  }

  /** The delay of a slot [steps]. */
  int delay(int slot) {
    return slot >>> receptorBits;
  }

  /** The receptor of a slot. */
  int receptor(int slot) {
    return slot & (1 << receptorBits) - 1;
  }

  /** Number of sources. */
  int sources() {
    return synapseStart.length - 1;
  }

  /** Number of synapses. */
  int synapses() {
    return synapseStart[synapseStart.length - 1];
  }
}
