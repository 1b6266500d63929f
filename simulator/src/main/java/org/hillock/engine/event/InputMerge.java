package org.hillock.engine.event;

import org.hillock.model.InputList;

/**
 * Puts inputs of one weight among those that a neuron has, in order of time, behind equal ones.
 *
 * <p>Which of two lists goes on is a matter of chance, so a branch would be mispredicted at every
 * change: the sign of a difference of bits is used as a mask instead, since positive numbers are
 * ordered as their bits are. And since each choice waits for the one before, the list is filled
 * from both ends at once: the first half of the result from the front, the second from the back.
 *
 * <p>Not thread-safe.
 */
final class InputMerge {

  /** Its bits are a number below those of every time, 0 included. */
  private static final double BELOW = Double.longBitsToDouble(-1);

  /** The inputs that there are, from index 1 on, between a guard at each end. */
  private double[] times = new double[64];

  private double[] weights = new double[64];
  private byte[] receptors = new byte[64];

  /**
   * Merges.
   *
   * @param added times of the new inputs, ascending, from index 1 on; elements 0 and {@code count +
   *     1} are overwritten
   * @param count how many
   * @param weight of each
   * @param receptor of each
   * @param into inputs so far, ascending, none before 0
   */
  void merge(double[] added, int count, double weight, int receptor, InputList into) {
    int old = into.size();
    if (times.length < old + 2) {
      times = new double[2 * old + 2];
      weights = new double[2 * old + 2];
      receptors = new byte[2 * old + 2];
    }
    System.arraycopy(into.times(), 0, times, 1, old);
    System.arraycopy(into.weights(), 0, weights, 1, old);
    System.arraycopy(into.receptors(), 0, receptors, 1, old);
    into.reserve(count);
    into.resize(old + count);
    guard(times, old);
    guard(added, count);
    merge(added, count, weight, (byte) receptor, old, into);
  }

  private static void guard(double[] values, int count) {
    values[0] = BELOW;
    values[count + 1] = Double.POSITIVE_INFINITY;
  }

  private void merge(
      double[] added, int count, double weight, byte receptor, int old, InputList into) {
    double[] outTimes = into.times();
    double[] outWeights = into.weights();
    byte[] outReceptors = into.receptors();
    long weightBits = bits(weight);
    int front = 1;
    int frontAdded = 1;
    int back = old;
    int backAdded = count;
    int total = old + count;
    int half = total >> 1;
    for (int k = 0; k < half; k++) {
      long time = bits(times[front]);
      long ofAdded = bits(added[frontAdded]);
      long earlier = ofAdded - time >> 63;
      outTimes[k] = number(time & ~earlier | ofAdded & earlier);
      outWeights[k] = number(bits(weights[front]) & ~earlier | weightBits & earlier);
      outReceptors[k] = (byte) (receptors[front] & ~earlier | receptor & earlier);
      front += 1 + (int) earlier;
      frontAdded -= (int) earlier;
      int at = total - 1 - k;
      time = bits(times[back]);
      ofAdded = bits(added[backAdded]);
      long later = ofAdded - time >> 63;
      outTimes[at] = number(time & later | ofAdded & ~later);
      outWeights[at] = number(bits(weights[back]) & later | weightBits & ~later);
      outReceptors[at] = (byte) (receptors[back] & later | receptor & ~later);
      back += (int) later;
      backAdded -= 1 + (int) later;
    }
    if ((total & 1) != 0) {
      boolean there = times[front] <= added[frontAdded];
      outTimes[half] = there ? times[front] : added[frontAdded];
      outWeights[half] = there ? weights[front] : weight;
      outReceptors[half] = there ? receptors[front] : receptor;
    }
  }

  private static long bits(double number) {
    return Double.doubleToRawLongBits(number);
  }

  private static double number(long bits) {
    return Double.longBitsToDouble(bits);
  }
}
