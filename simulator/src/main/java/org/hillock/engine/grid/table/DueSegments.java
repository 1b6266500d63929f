package org.hillock.engine.grid.table;

import org.jspecify.annotations.Nullable;

/** A block of segments that a table delivers in one step, in order; more may follow it. */
public final class DueSegments {

  /** Segments of a block: a multiple of what is touched ahead at once. */
  public static final int CAPACITY = 128;

  private static final int LENGTH_BITS = 8;
  private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

  private final int[] first = new int[CAPACITY];

  /** Receptor and length of each segment in one number. */
  private final int[] extent = new int[CAPACITY];

  /** Of which delay and which spike of its step each segment is, where plasticity needs it. */
  private final int @Nullable [] delay;

  private final int @Nullable [] spike;
  private int size;
  private @Nullable DueSegments next;

  /**
   * @param origins whether to remember which spike a segment belongs to
   */
  DueSegments(boolean origins) {
    this.delay = origins ? new int[CAPACITY] : null;
    this.spike = origins ? new int[CAPACITY] : null;
  }

  /**
   * What a segment takes [bytes].
   *
   * @param origins whether it is remembered which spike it belongs to
   */
  public static int bytes(boolean origins) {
    return (origins ? 4 : 2) * Integer.BYTES;
  }

  /** Forgets all, and what follows. */
  void clear() {
    size = 0;
    next = null;
  }

  int size() {
    return size;
  }

  boolean full() {
    return size == CAPACITY;
  }

  /** The block after this one, if there is one. */
  @Nullable DueSegments next() {
    return next;
  }

  void setNext(@Nullable DueSegments following) {
    next = following;
  }

  /**
   * Adds a segment to a block that is not full.
   *
   * @param synapse first synapse of the segment
   * @param length its number of synapses, 1 to 255
   * @param receptor which row of input it adds to
   */
  void add(int synapse, int length, int receptor) {
    first[size] = synapse;
    extent[size++] = receptor << LENGTH_BITS | length;
  }

  /** Says where the segment comes from that is added next. */
  void setOrigin(int delaySteps, int spikeOfStep) {
    if (delay != null && spike != null) {
      delay[size] = delaySteps;
      spike[size] = spikeOfStep;
    }
  }

  /** Delay of a segment [steps], where origins are remembered. */
  int delay(int i) {
    return delay == null ? 0 : delay[i];
  }

  /** Number of its spike among those of the step of emission, where origins are remembered. */
  int spike(int i) {
    return spike == null ? 0 : spike[i];
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
