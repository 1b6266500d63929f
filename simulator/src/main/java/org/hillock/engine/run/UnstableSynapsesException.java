package org.hillock.engine.run;

import org.hillock.model.PlasticRule;
import org.hillock.network.Projection;

/** Plastic weights that are no longer numbers: their rule was taken beyond what it can compute. */
public final class UnstableSynapsesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private UnstableSynapsesException(Projection projection, PlasticRule rule) {
    super(
        "synapses."
            + projection.name()
            + ".plasticity: a weight became NaN by the rule "
            + rule.model().name()
            + "; its parameters: "
            + rule.parameters());
  }

  /**
   * Refuses weights that are not numbers.
   *
   * @param projection whose they are, plastic
   * @param weights some of them
   */
  public static void check(Projection projection, double[] weights) {
    for (double weight : weights) {
      if (Double.isNaN(weight)) {
        throw new UnstableSynapsesException(projection, PlasticRule.of(projection));
      }
    }
  }
}
