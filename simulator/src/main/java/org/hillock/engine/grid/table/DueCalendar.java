package org.hillock.engine.grid.table;

import org.jspecify.annotations.Nullable;

/**
 * What a table has still to deliver, by the step in which it is due.
 *
 * <p>When a spike becomes known, the segments of its source are read once, from one place in
 * memory, and each is noted under its step. A step's segments therefore come in order of emission,
 * then source, then synapse: spikes become known in that order. Steps live in a ring that is longer
 * than the longest delay and an epoch together. Blocks of segments that have been delivered serve
 * other steps, so memory is that of the most that was ever in flight at once.
 */
final class DueCalendar {

  /** So many rows of the index are touched before they are read, as synapses are. */
  private static final int BATCH = 16;

  private final SegmentIndex index;
  private final boolean origins;
  private final @Nullable DueSegments[] firstBlock;
  private final @Nullable DueSegments[] lastBlock;
  private @Nullable DueSegments free;

  /** Sum of what was touched; kept so that the reads are not optimised away. */
  private long touched;

  /**
   * @param index where synapses lie
   * @param maxDelay longest delay of the table [steps]
   * @param epoch most steps of an epoch
   * @param origins whether to remember which spike a segment belongs to
   */
  DueCalendar(SegmentIndex index, int maxDelay, int epoch, boolean origins) {
    this.index = index;
    this.origins = origins;
    this.firstBlock = new DueSegments[length(maxDelay, epoch)];
    this.lastBlock = new DueSegments[firstBlock.length];
  }

  /** A power of two above the longest delay and an epoch together. */
  static int length(int maxDelay, int epoch) {
    return Integer.highestOneBit(maxDelay + epoch) * 2;
  }

  /**
   * Notes all segments of a spike.
   *
   * @param step when it was fired
   * @param source who fired
   * @param spike its number among the spikes of that step, for tables that need it
   */
  void add(long step, int source, int spike) {
    int synapse = index.synapseStart(source);
    int end = index.segmentStart(source + 1);
    int slot = 0;
    for (int segment = index.segmentStart(source); segment < end; segment++) {
      slot += index.slotStep(segment);
      int length = index.length(segment);
      if (length > 0) {
        int delay = index.delay(slot);
        DueSegments due = open(step + delay);
        if (origins) {
          due.setOrigin(delay, spike);
        }
        due.add(synapse, length, index.receptor(slot));
        synapse += length;
      }
    }
  }

  /**
   * Notes all segments of several spikes of one step, for tables that do not ask whose they are.
   *
   * @param step when they were fired
   * @param neurons who fired
   * @param from place of the first
   * @param to one past the place of the last
   */
  void addAll(long step, int[] neurons, int from, int to) {
    for (int batch = from; batch < to; batch += BATCH) {
      int end = Math.min(batch + BATCH, to);
      touched += index.touch(neurons, batch, end);
      for (int i = batch; i < end; i++) {
        add(step, neurons[i], 0);
      }
    }
  }

  /** The block of a step that has room. */
  private DueSegments open(long step) {
    DueSegments last = lastBlock[place(step)];
    return last == null || last.full() ? append(step, last) : last;
  }

  private DueSegments append(long step, @Nullable DueSegments last) {
    DueSegments block = free;
    if (block == null) {
      block = new DueSegments(origins);
    } else {
      free = block.next();
      block.clear();
    }
    if (last == null) {
      firstBlock[place(step)] = block;
    } else {
      last.setNext(block);
    }
    lastBlock[place(step)] = block;
    return block;
  }

  private int place(long step) {
    return (int) step & firstBlock.length - 1;
  }

  /** The first block of the segments due in a step; null if there are none. */
  @Nullable DueSegments due(long step) {
    return firstBlock[place(step)];
  }

  /** Takes back the blocks of a step that has been delivered. */
  void delivered(long step) {
    DueSegments last = lastBlock[place(step)];
    if (last != null) {
      last.setNext(free);
      free = firstBlock[place(step)];
      firstBlock[place(step)] = null;
      lastBlock[place(step)] = null;
    }
  }
}
