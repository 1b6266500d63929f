package org.hillock.engine.event;

import org.hillock.model.InputList;

/** Spikes from outside that arrive at neurons of one group. */
interface ArrivalSource {

  /**
   * Adds what arrives at a neuron in a window, in its place in time.
   *
   * @param neuron index within the group
   * @param after the window begins after this [ms]
   * @param until and ends with this [ms]
   * @param into inputs so far, ascending in time
   */
  void add(int neuron, double after, double until, InputList into);

  /**
   * When the next spike arrives after a window whose spikes have been added [ms]; infinity if none
   * does.
   *
   * @param neuron index within the group
   * @param after end of the window [ms]
   */
  double next(int neuron, double after);

  /**
   * Puts inputs of one weight, ascending in time, among those that there are, behind equal ones.
   */
  static void merge(double[] times, int count, double weight, InputList into) {
    int old = into.size();
    into.reserve(count);
    double[] intoTimes = into.times();
    double[] intoWeights = into.weights();
    int left = old - 1;
    int right = count - 1;
    // Which is later is a matter of chance: a branch would be mispredicted. Bits of positive
    // numbers
    // are in their order, so the sign of a difference of bits can be used as a mask instead.
    long weightBits = Double.doubleToRawLongBits(weight);
    int at = old + count - 1;
    while (left >= 0 && right >= 0) {
      long leftBits = Double.doubleToRawLongBits(intoTimes[left]);
      long rightBits = Double.doubleToRawLongBits(times[right]);
      long later = rightBits - leftBits >> 63;
      intoTimes[at] = Double.longBitsToDouble(leftBits & later | rightBits & ~later);
      long ofLeft = Double.doubleToRawLongBits(intoWeights[left]);
      intoWeights[at--] = Double.longBitsToDouble(ofLeft & later | weightBits & ~later);
      left += (int) later;
      right -= 1 + (int) later;
    }
    for (; right >= 0; right--) {
      intoTimes[right] = times[right];
      intoWeights[right] = weight;
    }
    into.resize(old + count);
  }
}
