package org.hillock.engine.grid.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Segments that wait to be delivered, each one number; {@link DueCalendar} says which are due. */
final class DueSegments {

  private static final int LENGTH_BITS = 8;
  private static final int LENGTH = (1 << LENGTH_BITS) - 1;
  private static final int SYNAPSE_SHIFT = Integer.SIZE;

  /** First synapse, receptor and length of each. */
  private long[] segments;

  /** Of which delay and which spike of its step each is, where plasticity needs it. */
  private long @Nullable [] origins;

  /**
   * @param capacity room for so many
   * @param origins whether to remember which spike a segment belongs to
   */
  DueSegments(int capacity, boolean origins) {
    this.segments = new long[capacity];
    this.origins = origins ? new long[capacity] : null;
  }

  /** Makes room for so many. */
  void reserve(int capacity) {
    if (segments.length < capacity) {
      segments = Arrays.copyOf(segments, capacity);
      origins = origins == null ? null : Arrays.copyOf(origins, capacity);
    }
  }

  /** How many there is room for. */
  int capacity() {
    return segments.length;
  }

  /**
   * Writes a segment.
   *
   * @param at its place
   * @param synapse first synapse of the segment
   * @param length its number of synapses, 1 to 255
   * @param receptor which row of input it adds to
   */
  void set(int at, int synapse, int length, int receptor) {
    segments[at] = (long) synapse << SYNAPSE_SHIFT | receptor << LENGTH_BITS | length;
  }

  /** Says where a segment comes from. */
  void setOrigin(int at, int delaySteps, int spikeOfStep) {
    if (origins != null) {
      origins[at] = (long) delaySteps << Integer.SIZE | spikeOfStep;
    }
  }

  /** Delay of a segment [steps], where origins are remembered. */
  int delay(int at) {
    return origins == null ? 0 : (int) (origins[at] >>> Integer.SIZE);
  }

  /** Number of its spike among those of the step of emission, where origins are remembered. */
  int spike(int at) {
    return origins == null ? 0 : (int) origins[at];
  }

  /** First synapse of a segment. */
  int from(int at) {
    return (int) (segments[at] >>> SYNAPSE_SHIFT);
  }

  /** One past its last synapse. */
  int to(int at) {
    long segment = segments[at];
    return (int) (segment >>> SYNAPSE_SHIFT) + ((int) segment & LENGTH);
  }

  /** Which row of input it adds to. */
  int receptor(int at) {
    return (int) segments[at] >>> LENGTH_BITS;
  }
}
