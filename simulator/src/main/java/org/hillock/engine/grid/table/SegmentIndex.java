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
 *   source s:  segments segmentStart(s) … segmentStart(s+1)-1
 *              synapses synapseStart(s) … synapseStart(s+1)-1
 *   segment g: slot += slotStep(g);  next length(g) synapses
 * </pre>
 *
 * <p>Where nearly every synapse has a slot of its own, a segment is one synapse: no lengths are
 * kept, and one number says where both segments and synapses of a source begin. A large network cut
 * into many partitions has such short rows that this halves its index.
 */
final class SegmentIndex {

  private static final int BYTE_MAX = 255;
  private static final int BYTES_OF_A_LINE = 64;

  private final int receptorBits;

  /** Where synapses and segments of each source begin, in turn; once where they are the same. */
  private final int[] starts;

  /** Step and length of each segment, in turn; steps alone where every length is one. */
  private final byte[] segments;

  /** Entries of a source and of a segment: 1 where every segment is one synapse, else 2. */
  private final int width;

  /**
   * @param receptorBits bits of a slot that say the receptor
   * @param synapseStart where each source's synapses begin; one more entry than there are sources
   * @param slots slot of each synapse, ascending for each source
   */
  SegmentIndex(int receptorBits, int[] synapseStart, char[] slots) {
    this.receptorBits = receptorBits;
    int sources = synapseStart.length - 1;
    int synapses = synapseStart[sources];
    Scan counted = new Scan(null);
    for (int source = 0; source < sources; source++) {
      counted.row(slots, synapseStart[source], synapseStart[source + 1]);
    }
    long runs = 2L * counted.segments + 4L * synapseStart.length;
    if (counted.longestStep <= BYTE_MAX && synapses <= runs) {
      width = 1;
      starts = synapseStart;
      segments = new byte[synapses];
      for (int source = 0; source < sources; source++) {
        writeSingly(slots, synapseStart[source], synapseStart[source + 1]);
      }
    } else {
      width = 2;
      starts = new int[2 * synapseStart.length];
      segments = new byte[2 * counted.segments];
      Scan written = new Scan(segments);
      for (int source = 0; source < sources; source++) {
        written.row(slots, synapseStart[source], synapseStart[source + 1]);
        starts[2 * source + 2] = synapseStart[source + 1];
        starts[2 * source + 3] = written.segments;
      }
    }
  }

  private void writeSingly(char[] slots, int from, int to) {
    int slot = 0;
    for (int i = from; i < to; i++) {
      segments[i] = (byte) (slots[i] - slot);
      slot = slots[i];
    }
  }

  /** Goes through rows of slots and counts segments, and writes them where asked to. */
  private static final class Scan {
    private final byte @Nullable [] into;
    private int segments;
    private int longestStep;

    Scan(byte @Nullable [] into) {
      this.into = into;
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
      if (into != null) {
        into[2 * segments] = (byte) step;
        into[2 * segments + 1] = (byte) run;
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
      sum += synapseStart(sources[i]);
    }
    for (int i = from; i < to; i++) {
      int end = width * segmentStart(sources[i] + 1);
      for (int k = width * segmentStart(sources[i]); k < end; k += BYTES_OF_A_LINE) {
        sum += segments[k];
      }
      if (end > 0) {
        sum += segments[end - 1];
      }
    }
    return sum;
  }

  /** Where the synapses of a source begin; those of the one before end there. */
  int synapseStart(int source) {
    return starts[width * source];
  }

  /** Where the segments of a source begin; those of the one before end there. */
  int segmentStart(int source) {
    return starts[width * source + width - 1];
  }

  /** By how much the slot of a segment exceeds the one before. */
  int slotStep(int segment) {
    return segments[width * segment] & BYTE_MAX;
  }

  /** Number of synapses of a segment. */
  int length(int segment) {
    return width == 1 ? 1 : segments[2 * segment + 1] & BYTE_MAX;
  }

  /** The slot of a delay and receptor 0, to so many bits as an int has. */
  int slot(long delay) {
    return (int) delay << receptorBits;
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
    return starts.length / width - 1;
  }

  /** Number of synapses. */
  int synapses() {
    return synapseStart(sources());
  }

  /** Whether every segment is one synapse. */
  boolean singly() {
    return width == 1;
  }

  /** Number of segments. */
  int segments() {
    return segmentStart(sources());
  }
}
