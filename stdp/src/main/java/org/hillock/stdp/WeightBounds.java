package org.hillock.stdp;

import java.util.Optional;
import org.hillock.model.ParameterSet;
import org.hillock.model.SynapseModel;

/** The bounds of rules whose weights may be of either sign: W_min to W_max. */
final class WeightBounds {

  private WeightBounds() {}

  /** What is wrong if they are the wrong way round. */
  static Optional<String> conflict(ParameterSet of) {
    double least = of.get(SynapseModel.MIN_WEIGHT);
    double greatest = of.get(SynapseModel.MAX_WEIGHT);
    return least <= greatest
        ? Optional.empty()
        : Optional.of(
            SynapseModel.MIN_WEIGHT
                + ", "
                + least
                + ", is greater than "
                + SynapseModel.MAX_WEIGHT
                + ", "
                + greatest);
  }
}
