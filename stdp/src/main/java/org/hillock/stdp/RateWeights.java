package org.hillock.stdp;

/**
 * How weights of rules for rates change: only postsynaptic spikes change a synapse, and they change
 * how strong it is, between 0 and |W_max|, and not its sign, which is that of W_max.
 *
 * @param max W_max, whose sign is that of all weights
 * @param most |W_max|
 */
record RateWeights(double max, double most) {

  static RateWeights of(double max) {
    return new RateWeights(max, Math.abs(max));
  }

  /** How strong a synapse is after a change. */
  double changed(double strength, double by) {
    return Math.max(0, Math.min(most, strength + by));
  }

  /** The weight of a synapse that is so strong. */
  double weight(double strength) {
    return Math.copySign(strength, max);
  }
}
