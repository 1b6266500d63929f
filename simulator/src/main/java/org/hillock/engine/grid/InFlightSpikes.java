package org.hillock.engine.grid;

import java.util.Arrays;

/**
 * Spikes that some synapses of a table have yet to deliver.
 *
 * <p>The spikes of one step form a cohort, in ascending order of source. Each spike remembers the
 * next segment that it owes and that segment's slot, so that the cost of a step is one comparison a
 * spike in flight and one visit a segment due. Cohorts live in a ring that is longer than the
 * longest delay and an epoch together.
 */
final class InFlightSpikes {

  private static final int DONE = Integer.MAX_VALUE;

  /** The spikes of one step. */
  static final class Cohort {
    int size;
    int[] source = new int[8];
    int[] segment = new int[8];
    int[] synapse = new int[8];
    int[] slot = new int[8];

    private void grow() {
      int capacity = size * 2;
      source = Arrays.copyOf(source, capacity);
      segment = Arrays.copyOf(segment, capacity);
      synapse = Arrays.copyOf(synapse, capacity);
      slot = Arrays.copyOf(slot, capacity);
    }
  }

  private final SegmentIndex index;
  private final int receptors;
  private final int minDelay;
  private final int maxDelay;
  private final Cohort[] ring;

  /**
   * @param index where synapses lie
   * @param receptors receptors per delay in a slot
   * @param minDelay shortest delay of the table [steps]
   * @param maxDelay longest delay of the table [steps]
   * @param epoch most steps of an epoch
   */
  InFlightSpikes(SegmentIndex index, int receptors, int minDelay, int maxDelay, int epoch) {
    this.index = index;
    this.receptors = receptors;
    this.minDelay = minDelay;
    this.maxDelay = maxDelay;
    this.ring = new Cohort[Integer.highestOneBit(maxDelay + epoch) * 2];
    Arrays.setAll(ring, i -> new Cohort());
  }

  int maxDelay() {
    return maxDelay;
  }

  /** The spikes emitted in a step. */
  Cohort cohort(long step) {
    return ring[(int) step & ring.length - 1];
  }

  /** Starts the cohort of a step anew. */
  Cohort begin(long step) {
    Cohort cohort = cohort(step);
    cohort.size = 0;
    return cohort;
  }

  /** Adds a spike; a source without synapses in this table is passed over. */
  boolean add(Cohort cohort, int source) {
    int first = index.segmentStart[source];
    if (first == index.segmentStart[source + 1]) {
      return false;
    }
    if (cohort.size == cohort.source.length) {
      cohort.grow();
    }
    int i = cohort.size++;
    cohort.source[i] = source;
    cohort.segment[i] = first;
    cohort.synapse[i] = index.synapseStart[source];
    cohort.slot[i] = index.slotStep(first);
    return true;
  }

  /** Finds all segments whose delay ends in this step, by delay, then source, then synapse. */
  void collect(long step, DueSegments due) {
    due.clear();
    for (int delay = minDelay; delay <= maxDelay && delay < step; delay++) {
      Cohort cohort = cohort(step - delay);
      int limit = (delay + 1) * receptors;
      int[] slot = cohort.slot;
      for (int i = 0; i < cohort.size; i++) {
        if (slot[i] < limit) {
          take(cohort, i, delay, due);
        }
      }
    }
  }

  private void take(Cohort cohort, int i, int delay, DueSegments due) {
    int segment = cohort.segment[i];
    int end = index.segmentStart[cohort.source[i] + 1];
    int synapse = cohort.synapse[i];
    int slot = cohort.slot[i];
    int base = delay * receptors;
    while (slot < base + receptors) {
      int length = index.length(segment);
      if (length > 0) {
        due.add(synapse, synapse + length, slot - base, delay, i);
        synapse += length;
      }
      segment++;
      slot = segment == end ? DONE : slot + index.slotStep(segment);
    }
    cohort.segment[i] = segment;
    cohort.synapse[i] = synapse;
    cohort.slot[i] = slot;
  }
}
