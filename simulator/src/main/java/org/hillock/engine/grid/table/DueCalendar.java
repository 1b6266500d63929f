package org.hillock.engine.grid.table;

/**
 * What a table has still to deliver, by the step in which it is due.
 *
 * <p>When a spike becomes known, the segments of its source are read once, from one place in
 * memory, and each is noted under its step. A step's segments therefore come in order of emission,
 * then source, then synapse: spikes become known in that order. Steps live in a ring that is longer
 * than the longest delay and an epoch together.
 *
 * <pre>
 *   for (int block = calendar.due(step); block != 0; block = calendar.following(block)) {
 *     … calendar.segments() from BlockChains.from(block) to calendar.to(step, block) …
 *   }
 *   calendar.delivered(step);
 * </pre>
 */
public final class DueCalendar {

  /** So many rows of the index are touched before they are read, as synapses are. */
  private static final int BATCH = 16;

  private final SegmentIndex index;
  private final boolean origins;
  private final int steps;
  private final BlockChains chains;
  private final DueSegments segments;

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
    this.steps = length(maxDelay, epoch);
    this.chains = new BlockChains(steps);
    this.segments = new DueSegments(chains.capacity(), origins);
  }

  /** A power of two above the longest delay and an epoch together. */
  static int length(int maxDelay, int epoch) {
    return Integer.highestOneBit(maxDelay + epoch) * 2;
  }

  /**
   * What segments on their way take.
   *
   * @param count how many there are
   * @param partlyFull blocks of which only a part is full
   * @param origins whether it is remembered which spike they belong to
   * @return [bytes]
   */
  public static double bytes(double count, double partlyFull, boolean origins) {
    return (count + partlyFull * BlockChains.BLOCK) * Long.BYTES * (origins ? 2 : 1);
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
        int at = chains.append(place(step + delay));
        if (at >= segments.capacity()) {
          segments.reserve(chains.capacity());
        }
        segments.set(at, synapse, length, index.receptor(slot));
        if (origins) {
          segments.setOrigin(at, delay, spike);
        }
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

  private int place(long step) {
    return (int) step & steps - 1;
  }

  /** All segments on their way. */
  DueSegments segments() {
    return segments;
  }

  /** The first block of the segments due in a step; 0 if there are none. */
  int due(long step) {
    return chains.firstBlock(place(step));
  }

  /** The block after one; 0 if there is none. */
  int following(int block) {
    return chains.following(block);
  }

  /** One past the last segment of a block of a step. */
  int to(long step, int block) {
    return chains.to(place(step), block);
  }

  /** Forgets what was due in a step. */
  void delivered(long step) {
    chains.clear(place(step));
  }
}
