package org.hillock.engine.event;

import java.util.Arrays;
import org.hillock.model.InputList;

/**
 * What arrives at the neurons of a partition within a window.
 *
 * <p>An arrival is a time and a weight, and many neurons may share it: those at the far ends of one
 * spike's synapses of one delay and weight. So a neuron's list is one of arrivals, by number, in
 * blocks of {@link #BLOCK} ints that are chained: the last element of a full block is the number of
 * the next. Writing to a neuron touches one cache line of it, and one more in fifteen.
 *
 * <pre>
 *   arrivals:   times[a], weights[a], receptors[a]
 *   neuron n:   head -> | a a a … a | next | -> | a a |    cursor: where the next one goes
 * </pre>
 */
final class Inbox {

  /** A cache line of ints. */
  private static final int BLOCK = 16;

  private static final int LAST = BLOCK - 1;

  /** In place of a cursor: one arrival, whose number stands in place of the head. */
  private static final int SINGLE = -1;

  /** In place of a cursor: nothing arrives, but the neuron is to be visited. */
  private static final int TOUCHED = -2;

  /** Cursor and head of every neuron, side by side: they are needed together. 0: none. */
  private final int[] ends;

  private int[] pool = new int[BLOCK * 64];
  private int poolSize = BLOCK;
  private double[] times = new double[256];
  private double[] weights = new double[256];
  private byte[] receptors = new byte[256];
  private boolean[] shared = new boolean[256];
  private int arrivals;
  private int[] touched = new int[256];
  private int touchedCount;
  private int[] told = new int[4 * BLOCK];

  /**
   * @param neurons neurons of the partition
   */
  Inbox(int neurons) {
    ends = new int[Math.multiplyExact(2, neurons)];
  }

  /** Adds an arrival, of which a neuron can then be told; returns its number. */
  int arrival(double time, double weight, int receptor) {
    return arrival(time, weight, receptor, false);
  }

  /**
   * Adds an arrival.
   *
   * @param many whether it is for many neurons, so that what follows from it alone is worth keeping
   * @return its number
   */
  int arrival(double time, double weight, int receptor, boolean many) {
    if (arrivals == times.length) {
      times = TimeOrder.grow(times, arrivals + 1);
      weights = TimeOrder.grow(weights, arrivals + 1);
      receptors = Arrays.copyOf(receptors, weights.length);
      shared = Arrays.copyOf(shared, weights.length);
    }
    times[arrivals] = time;
    weights[arrivals] = weight;
    shared[arrivals] = many;
    receptors[arrivals] = (byte) receptor;
    return arrivals++;
  }

  /** Tells the targets of some synapses, in order, of one arrival. */
  void tell(int[] targets, int from, int to, int arrival) {
    for (int i = from; i < to; i++) {
      tell(targets[i], arrival);
    }
  }

  /** Tells a neuron of an arrival. */
  void tell(int neuron, int arrival) {
    int at = ends[2 * neuron];
    if (at <= 0) {
      begin(neuron, at, arrival);
      return;
    }
    if ((at & LAST) == LAST) {
      int block = block();
      pool[at] = block;
      at = block;
    }
    pool[at] = arrival;
    ends[2 * neuron] = at + 1;
  }

  /** The first two arrivals of a neuron: one takes no block. */
  private void begin(int neuron, int at, int arrival) {
    if (at == SINGLE) {
      int block = block();
      pool[block] = ends[2 * neuron + 1];
      pool[block + 1] = arrival;
      ends[2 * neuron + 1] = block;
      ends[2 * neuron] = block + 2;
      return;
    }
    touch(neuron);
    ends[2 * neuron] = SINGLE;
    ends[2 * neuron + 1] = arrival;
  }

  private int block() {
    if (poolSize == pool.length) {
      pool = Arrays.copyOf(pool, Math.multiplyExact(2, poolSize));
    }
    poolSize += BLOCK;
    return poolSize - BLOCK;
  }

  /** Puts a neuron on the list of those to visit, if it is not there. */
  void touch(int neuron) {
    if (ends[2 * neuron] == 0) {
      ends[2 * neuron] = TOUCHED;
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = neuron;
    }
  }

  /** Number of neurons to visit: those that were touched, or told of something. */
  int touchedCount() {
    return touchedCount;
  }

  /** Which they are, in the order in which they came. */
  int touched(int i) {
    return touched[i];
  }

  /** Whether a neuron is still to be visited. */
  boolean waits(int neuron) {
    return ends[2 * neuron] != 0;
  }

  /**
   * Takes a neuron's arrivals out.
   *
   * @param neuron whose
   * @return how many there are, the first of {@link #told}
   */
  int take(int neuron) {
    int end = ends[2 * neuron];
    int at = ends[2 * neuron + 1];
    ends[2 * neuron] = 0;
    if (end <= 0) {
      told[0] = at;
      return end == SINGLE ? 1 : 0;
    }
    int count = 0;
    while (at != end) {
      if ((at & LAST) == LAST) {
        at = pool[at];
      }
      int blockEnd = (at | LAST) == (end - 1 | LAST) ? end : at | LAST;
      if (told.length < count + BLOCK) {
        told = Arrays.copyOf(told, 2 * told.length);
      }
      while (at < blockEnd) {
        told[count++] = pool[at++];
      }
    }
    return count;
  }

  /** Numbers of the arrivals that were taken out last, in the order in which they were told. */
  int[] told() {
    return told;
  }

  /**
   * Takes a neuron's arrivals out.
   *
   * @param neuron whose
   * @param into takes them, in the order in which they were told
   */
  void take(int neuron, InputList into) {
    int count = take(neuron);
    into.clear();
    into.reserve(count);
    for (int i = 0; i < count; i++) {
      into.add(times[told[i]], weights[told[i]], receptors[told[i]]);
    }
  }

  /** Number of arrivals. */
  int arrivals() {
    return arrivals;
  }

  /** When each arrives [ms]. */
  double[] times() {
    return times;
  }

  /** Whether an arrival is for many neurons. */
  boolean shared(int arrival) {
    return shared[arrival];
  }

  /** The weight of each. */
  double[] weights() {
    return weights;
  }

  /** Forgets all arrivals, when all have been taken out. */
  void clear() {
    poolSize = BLOCK;
    arrivals = 0;
    touchedCount = 0;
  }
}
