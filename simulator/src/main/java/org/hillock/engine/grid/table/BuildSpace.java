package org.hillock.engine.grid.table;

import org.hillock.engine.wiring.IntList;

/**
 * The scratch space of a thread that builds tables, used for one table after the other and for one
 * partition after the other: what is thrown away while building would otherwise stay in memory,
 * since a heap that is large enough is not swept.
 */
public final class BuildSpace {

  private static final ThreadLocal<BuildSpace> OF_THREAD = ThreadLocal.withInitial(BuildSpace::new);

  final IntList sources = new IntList();
  final SynapseStage stage = new SynapseStage();
  final RowSorter sorter = new RowSorter();
  private double[] weights = new double[256];
  private double[] delays = new double[256];
  private char[] slots = new char[0];
  private int[] next = new int[0];

  private BuildSpace() {}

  /** The space of the calling thread. */
  static BuildSpace ofThread() {
    return OF_THREAD.get();
  }

  /** Gives back the space of the calling thread. */
  public static void release() {
    OF_THREAD.remove();
  }

  /** Room for so many weights. */
  double[] weights(int count) {
    if (weights.length < count) {
      weights = new double[roomy(count)];
    }
    return weights;
  }

  /** Room for so many delays. */
  double[] delays(int count) {
    if (delays.length < count) {
      delays = new double[roomy(count)];
    }
    return delays;
  }

  /** Room for so many slots. */
  char[] slots(int count) {
    if (slots.length < count) {
      slots = new char[roomy(count)];
    }
    return slots;
  }

  /** A copy of where rows begin, to be advanced. */
  int[] next(int[] start) {
    if (next.length != start.length) {
      next = new int[start.length];
    }
    System.arraycopy(start, 0, next, 0, start.length);
    return next;
  }

  /** A little more than asked for, since the next table may be a little larger. */
  private static int roomy(int count) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, count + (count >> 4) + 16L);
  }
}
