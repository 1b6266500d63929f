package org.hillock.stdp;

import org.hillock.model.Parameter;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/**
 * Short-term plasticity: a resource of the source, of which each of its spikes uses a part, so that
 * all its synapses transmit the same part of their weights.
 */
interface ShortTermRule extends SynapseRule {

  /** The part of the resource that a spike uses. */
  Parameter PART =
      Parameter.between(
          "U", 0, 1, 0.5, "part of the resource that a spike uses after a long pause");

  /** How fast it recovers. */
  Parameter RECOVERY =
      Parameter.positive("tau_rec", Unit.MILLISECOND, 800, "time constant of its recovery");

  /** How long spikes use a larger part. */
  Parameter FACILITATION =
      Parameter.nonNegative(
          "tau_fac", Unit.MILLISECOND, 0, "time constant of facilitation; 0: there is none");

  /** The part of their weights that the synapses of a row transmit. */
  double transmittedPart(SynapseRow row);

  @Override
  default boolean heedsPostsynapticSpikes() {
    return false;
  }

  @Override
  default boolean transmitsWeight() {
    return false;
  }

  @Override
  default void update(SynapseRow row) {
    double part = transmittedPart(row);
    double[] weights = row.weights();
    double[] transmitted = row.transmitted();
    int from = row.from();
    for (int synapse = from; synapse < row.to(); synapse++) {
      transmitted[synapse - from] = part * weights[synapse];
    }
  }
}
