package org.hillock.stdp;

import org.hillock.model.Parameter;
import org.hillock.model.SynapseRow;
import org.hillock.model.Unit;

/** What rules of short-term plasticity share: a resource of which each spike uses a part. */
final class Resource {

  static final Parameter PART =
      Parameter.between(
          "U", 0, 1, 0.5, "part of the resource that a spike uses after a long pause");

  static final Parameter RECOVERY =
      Parameter.positive("tau_rec", Unit.MILLISECOND, 800, "time constant of its recovery");

  static final Parameter FACILITATION =
      Parameter.nonNegative(
          "tau_fac", Unit.MILLISECOND, 0, "time constant of facilitation; 0: there is none");

  private Resource() {}

  /** All synapses of a row transmit the same part of their weights. */
  static void transmit(SynapseRow row, double part) {
    double[] weights = row.weights();
    double[] transmitted = row.transmitted();
    int from = row.from();
    for (int synapse = from; synapse < row.to(); synapse++) {
      transmitted[synapse - from] = part * weights[synapse];
    }
  }
}
