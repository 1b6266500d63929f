package org.hillock.benchmark;

/** What arrives at each neuron in a window; then a number that depends on all of it, in order. */
final class ArrivalsByTarget {

  private static final int MOST = 256;

  private final double[] times = new double[SpikeTraffic.NEURONS * MOST];
  private final int[] counts = new int[SpikeTraffic.NEURONS];
  private long sum;

  void add(int target, double time) {
    times[target * MOST + counts[target]++] = time;
  }

  /**
   * Takes every neuron through what arrived.
   *
   * @param sort whether it arrived in another order than that of time
   */
  void visit(boolean sort) {
    for (int target = 0; target < counts.length; target++) {
      int from = target * MOST;
      int end = from + counts[target];
      if (sort) {
        sort(from, end);
      }
      long hash = target;
      for (int i = from; i < end; i++) {
        hash = 31 * hash + Double.doubleToRawLongBits(times[i]);
      }
      sum += hash;
      counts[target] = 0;
    }
  }

  private void sort(int from, int end) {
    for (int i = from + 1; i < end; i++) {
      double time = times[i];
      int hole = i;
      while (hole > from && times[hole - 1] > time) {
        times[hole] = times[hole - 1];
        hole--;
      }
      times[hole] = time;
    }
  }

  long sum() {
    return sum;
  }
}
