package org.hillock.engine.event;

import java.util.Arrays;
import org.hillock.model.StateCarrier;

/**
 * Which neurons must be looked at in which window although nothing may reach them there: because
 * they may fire of themselves, or have a source of their own.
 *
 * <p>A bucket a window, in a ring. A neuron has one entry at most: what is asked for earlier moves
 * it, what is asked for later is found out when the entry comes up and is put back. So a spike that
 * was expected and then prevented costs nothing but that.
 *
 * <p>Buckets are chains of blocks, which serve again when they have been taken, so memory is that
 * of the entries there are.
 *
 * <pre>
 *   bucket: head -> | n n … n | -> | n n … n | -> | n n    tail
 * </pre>
 */
final class WakeCalendar {

  private static final int LENGTH = 1 << 10;

  /** Neurons of a block. */
  private static final int BLOCK = 32;

  /** In place of the number of a block. */
  private static final int NO_BLOCK = -1;

  private static final long NONE = Long.MAX_VALUE;
  private static final long NEVER = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

  private final double width;
  private final int[] sizes = new int[LENGTH];
  private final int[] head = new int[LENGTH];
  private final int[] tail = new int[LENGTH];

  /** Blocks, one after the other, and the block that follows each. */
  private int[] pool = new int[16 * BLOCK];

  private int[] following = new int[16];
  private int blocks;
  private int free = NO_BLOCK;

  /**
   * The first moment at which each neuron must be looked at [ms], as bits, and the window in whose
   * bucket it is, or NONE: side by side, since they are needed together.
   */
  private final long[] plans;

  private int[] due = new int[64];

  /**
   * @param neurons neurons of the partition
   * @param width length of a window [ms]
   */
  WakeCalendar(int neurons, double width) {
    this.width = width;
    this.plans = new long[Math.multiplyExact(2, neurons)];
    for (int neuron = 0; neuron < neurons; neuron++) {
      plans[2 * neuron] = NEVER;
      plans[2 * neuron + 1] = NONE;
    }
  }

  /**
   * Says when a neuron must be looked at next.
   *
   * @param neuron index within the partition
   * @param time the moment [ms]; infinity for not at all
   * @param present the window that is being run, which ends before that moment
   */
  void set(int neuron, double time, long present) {
    plans[2 * neuron] = Double.doubleToRawLongBits(time);
    if (time == Double.POSITIVE_INFINITY) {
      return;
    }
    long wanted =
        Math.min(Math.max(WindowPlan.windowOf(time, width), present + 1), present + LENGTH - 1);
    if (wanted < plans[2 * neuron + 1]) {
      plans[2 * neuron + 1] = wanted;
      put(neuron, wanted);
    }
  }

  private void put(int neuron, long which) {
    int bucket = (int) which & LENGTH - 1;
    int place = sizes[bucket]++ & BLOCK - 1;
    if (place == 0) {
      int block = block();
      if (sizes[bucket] == 1) {
        head[bucket] = block;
      } else {
        following[tail[bucket]] = block;
      }
      tail[bucket] = block;
    }
    pool[tail[bucket] * BLOCK + place] = neuron;
  }

  private int block() {
    int block = free;
    if (block != NO_BLOCK) {
      free = following[block];
    } else {
      if (blocks == following.length) {
        following = Arrays.copyOf(following, 2 * blocks);
        pool = Arrays.copyOf(pool, Math.multiplyExact(2, pool.length));
      }
      block = blocks++;
    }
    following[block] = NO_BLOCK;
    return block;
  }

  /**
   * Takes out the neurons of a window.
   *
   * @param which the window
   * @param until its end [ms]
   * @return how many are due: the first of {@link #due}
   */
  int take(long which, double until) {
    int bucket = (int) which & LENGTH - 1;
    int size = sizes[bucket];
    if (size == 0) {
      return 0;
    }
    sizes[bucket] = 0;
    if (due.length < size) {
      due = new int[2 * size];
    }
    int count = 0;
    int block = head[bucket];
    for (int i = 0; i < size; i++) {
      int neuron = pool[block * BLOCK + (i & BLOCK - 1)];
      if ((i & BLOCK - 1) == BLOCK - 1 && i + 1 < size) {
        block = following[block];
      }
      if (plans[2 * neuron + 1] != which) {
        continue;
      }
      plans[2 * neuron + 1] = NONE;
      double wake = Double.longBitsToDouble(plans[2 * neuron]);
      if (wake <= until) {
        due[count++] = neuron;
      } else {
        set(neuron, wake, which);
      }
    }
    following[tail[bucket]] = free;
    free = head[bucket];
    return count;
  }

  /**
   * Carries when a neuron must be looked at next.
   *
   * @param present the window that was run last
   */
  void carry(int neuron, long present, StateCarrier carrier) {
    double time = carrier.carry(Double.longBitsToDouble(plans[2 * neuron]));
    if (carrier.restores()) {
      plans[2 * neuron + 1] = NONE;
      set(neuron, time, present);
    }
  }

  /** Reads what {@link #set} will write, so that it is in the cache by then. */
  long touch(int neuron) {
    return plans[2 * neuron];
  }

  /** Neurons that are due, as {@link #take} found them. */
  int due(int i) {
    return due[i];
  }

  /** The first window after a given one that has an entry; the largest number without any. */
  long next(long after) {
    for (long which = after + 1; which < after + LENGTH; which++) {
      if (sizes[(int) which & LENGTH - 1] > 0) {
        return which;
      }
    }
    return NONE;
  }
}
