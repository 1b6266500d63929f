package org.hillock.stdp;

import org.hillock.model.SynapseRow;

/**
 * Short-term plasticity whose resource is the source's: all its synapses transmit the same part.
 */
interface SourceResource extends ShortTermRule {

  /** The part of their weights that the synapses of a row transmit. */
  double transmittedPart(SynapseRow row);

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
