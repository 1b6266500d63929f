package org.hillock.engine.grid;

import java.util.Arrays;

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
 */
final class SegmentIndex {

  private static final int BYTE_MAX = 255;

  private final int receptorBits;
  final int[] synapseStart;
  final int[] segmentStart;
  private byte[] slotStep = new byte[256];
  private byte[] length = new byte[256];
  private int segments;

  /**
   * @param receptorBits bits of a slot that say the receptor
   * @param synapseStart where each source's synapses begin; one more entry than there are sources
   */
  SegmentIndex(int receptorBits, int[] synapseStart) {
    this.receptorBits = receptorBits;
    this.synapseStart = synapseStart;
    this.segmentStart = new int[synapseStart.length];
  }

  /** Appends the segments of the next source, whose synapses have these ascending slots. */
  void append(int source, char[] slots, int from, int to) {
    int slot = 0;
    int at = from;
    while (at < to) {
      int next = slots[at];
      int end = at;
      while (end < to && slots[end] == next) {
        end++;
      }
      int step = next - slot;
      while (step > BYTE_MAX) {
        add(BYTE_MAX, 0);
        step -= BYTE_MAX;
      }
      while (at < end) {
        int run = Math.min(BYTE_MAX, end - at);
        add(step, run);
        step = 0;
        at += run;
      }
      slot = next;
    }
    segmentStart[source + 1] = segments;
  }

  private void add(int step, int run) {
    if (segments == length.length) {
      int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, segments + (segments >> 1) + 16L);
      slotStep = Arrays.copyOf(slotStep, capacity);
      length = Arrays.copyOf(length, capacity);
    }
    slotStep[segments] = (byte) step;
    length[segments] = (byte) run;
    segments++;
  }

  /** Gives back spare room. */
  void trim() {
    slotStep = Arrays.copyOf(slotStep, segments);
    length = Arrays.copyOf(length, segments);
  }

  /** By how much the slot of a segment exceeds the one before. */
  int slotStep(int segment) {
    return slotStep[segment] & BYTE_MAX;
  }

  /** Number of synapses of a segment. */
  int length(int segment) {
    return length[segment] & BYTE_MAX;
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
