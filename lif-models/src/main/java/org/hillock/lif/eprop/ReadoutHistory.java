package org.hillock.lif.eprop;

import org.hillock.model.SpikeGradient;
import org.hillock.model.StateCarrier;
import org.hillock.model.UpdateIntervals;

/**
 * By how much the loss of an interval grows with the weight of a spike that arrives at a readout:
 * the errors from then on, filtered by the membrane (Bellec et al. 2020, eq. 29).
 *
 * <pre>
 *   dE/dw = Σ_t E(t) z̄(t),   so a spike at t adds   μ(t) = E(t) + α μ(t+1)
 * </pre>
 *
 * For one thread.
 */
final class ReadoutHistory implements SpikeGradient {

  /** Spikes of recurrent neurons take one more step than inputs to those. */
  static final int FIRST = 3;

  /** The error of a step is found in the next, and known to the deliveries of that after it. */
  private static final int KNOWN_AFTER = 2;

  private final MembraneNumbers numbers;
  private final UpdateIntervals intervals;
  private final int window;
  private final Signals errors;

  /** What was found last, and for which interval. */
  private final double[][] growth;

  private final long[] foundFor;

  ReadoutHistory(MembraneNumbers numbers, UpdateIntervals intervals, int window, int neurons) {
    this.numbers = numbers;
    this.intervals = intervals;
    this.window = window;
    this.errors = new Signals(neurons, kept(intervals));
    this.growth = new double[neurons][];
    this.foundFor = new long[neurons];
  }

  private static int kept(UpdateIntervals intervals) {
    return intervals.length() + FIRST + KNOWN_AFTER + 1;
  }

  /** Memory of a neuron [bytes]. */
  static double bytes(UpdateIntervals intervals, long steps) {
    double growth = steps < intervals.length() ? 0 : Double.BYTES * kept(intervals);
    return Signals.bytes(kept(intervals), steps) + growth + 2 * Double.BYTES;
  }

  /** Takes note of the error that is found in a step, of the spikes that had arrived before. */
  void error(int neuron, long now, double error) {
    errors.set(neuron, now - 1, error);
  }

  /** Carries what is known of a neuron, and what was found of it with the knowledge of then. */
  void carry(int neuron, StateCarrier carrier) {
    errors.carry(neuron, carrier);
    foundFor[neuron] = carrier.carry(foundFor[neuron]);
    double[] found = growth[neuron];
    int length = carrier.carry(found == null ? 0 : found.length);
    if (length > 0) {
      growth[neuron] = found == null || carrier.restores() ? new double[length] : found;
      carrier.carry(growth[neuron], 0, length);
    }
  }

  @Override
  public UpdateIntervals intervals() {
    return intervals;
  }

  @Override
  public int learningWindow() {
    return window;
  }

  @Override
  public boolean losesFirstStep() {
    return false;
  }

  @Override
  public long knownAt(long interval) {
    return intervals.end(interval) + KNOWN_AFTER;
  }

  @Override
  public double[] of(int neuron, long interval, long now, double tau) {
    double[] found = growth[neuron];
    if (found == null) {
      found = new double[intervals.length() + FIRST];
      growth[neuron] = found;
      foundFor[neuron] = -1;
    }
    if (foundFor[neuron] != interval) {
      foundFor[neuron] = interval;
      long begin = intervals.begin(interval);
      double mu = 0;
      for (long t = intervals.end(interval); t >= begin; t--) {
        mu = errors.at(neuron, t) + numbers.decay(neuron) * mu;
        found[(int) (t - begin)] = numbers.jump(neuron) * mu;
      }
    }
    return found;
  }
}
