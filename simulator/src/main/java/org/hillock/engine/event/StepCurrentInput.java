package org.hillock.engine.event;

import java.util.Arrays;

/**
 * A current that is constant between given times, the same for all neurons of a range.
 *
 * @param from first neuron of the group
 * @param to one past the last
 * @param times amplitude k flows after times[k], until the next one begins; strictly ascending [ms]
 * @param amplitudes [pA]
 */
record StepCurrentInput(int from, int to, double[] times, double[] amplitudes)
    implements CurrentInput {

  @Override
  public boolean reaches(int neuron) {
    return neuron >= from && neuron < to;
  }

  /** Number of changes up to and including a moment. */
  private int by(double time) {
    int at = Arrays.binarySearch(times, time);
    return at >= 0 ? at + 1 : -at - 1;
  }

  @Override
  public double nextChange(double after) {
    int next = by(after);
    return next < times.length ? times[next] : Double.POSITIVE_INFINITY;
  }

  @Override
  public double after(int neuron, double time) {
    int passed = by(time);
    return passed == 0 ? 0 : amplitudes[passed - 1];
  }
}
