package org.hillock.stdp;

import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;

/**
 * What rules for rates have in common: only postsynaptic spikes change a synapse, and they change
 * how strong it is, between 0 and |W_max|, and not its sign, which is that of W_max.
 */
interface RateRule extends SynapseRule {

  /** W_max, whose sign is that of all weights. */
  double maxWeight();

  /**
   * By how much a postsynaptic spike makes a synapse stronger.
   *
   * @param row tells of the spike
   * @param synapse which
   * @param strength |w| before it
   */
  double growth(SynapseRow row, int synapse, double strength);

  @Override
  default void update(SynapseRow row) {
    double[] w = row.weights();
    double most = Math.abs(maxWeight());
    for (int synapse = row.from(); synapse < row.to(); synapse++) {
      row.at(synapse);
      double strength = Math.abs(w[synapse]);
      while (row.nextPost()) {
        strength += growth(row, synapse, strength);
        strength = Math.max(0, Math.min(most, strength));
      }
      w[synapse] = Math.copySign(strength, maxWeight());
    }
  }
}
