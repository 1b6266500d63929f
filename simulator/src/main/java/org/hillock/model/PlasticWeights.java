package org.hillock.model;

import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;
import org.jspecify.annotations.Nullable;

/**
 * The weights with which plastic synapses may begin: those that their rule can give. A weight of
 * the other sign, or beyond the greatest, has no meaning in the rule's equations.
 *
 * @param least weight, in the unit of the target model
 * @param greatest weight
 */
public record PlasticWeights(double least, double greatest) {

  /**
   * The weights that a rule allows.
   *
   * @param where what messages call the plasticity
   * @param plasticity of a rule that is known
   */
  public static PlasticWeights of(String where, Plasticity plasticity) {
    return PlasticRule.of(where, plasticity).weights();
  }

  /**
   * A number whose sign is that of a weight: where the rule gives all weights the same, that of the
   * rule, since a weight may be 0 now.
   */
  public double sign(double weight) {
    return least >= 0 ? greatest : greatest <= 0 ? least : weight;
  }

  /** Whether a weight can be of either sign as it changes. */
  public boolean changesSign() {
    return least < 0
        && greatest > 0
        && least > Double.NEGATIVE_INFINITY
        && greatest < Double.POSITIVE_INFINITY;
  }

  /** What is expected where a model takes weights of either sign at different receptors. */
  public static String oneSign(NeuronModel model) {
    return "a range on one side of 0, or a receptor by name, since "
        + model.name()
        + " takes weights above and below 0 at different ones";
  }

  /** Whether a weight is allowed. */
  public boolean allow(double weight) {
    return weight >= least && weight <= greatest;
  }

  /** Whether every draw is allowed. */
  public boolean allow(Distribution weight) {
    // A lognormal never gives its bound 0.
    return weight.min() >= least && weight.max() <= greatest;
  }

  /** What is allowed, such as {@code 0 to 100}. */
  public String text() {
    return least + " to " + greatest;
  }

  /** The same for a projection; null if its weights do not change. */
  public static @Nullable PlasticWeights of(Projection projection) {
    return projection.plasticity() == null ? null : PlasticRule.of(projection).weights();
  }

  /**
   * Refuses a projection whose rule does not allow its weights.
   *
   * @throws InvalidNetworkException if there is such a weight
   */
  public static void check(Projection projection) {
    PlasticWeights weights = of(projection);
    if (weights == null) {
      return;
    }
    String where = "synapses." + projection.name();
    boolean fromZero = weights.least == 0 || weights.greatest == 0;
    String allowed =
        "weights of "
            + weights.text()
            + (fromZero
                ? ", between 0 and the greatest of the rule"
                : ", between the least and the greatest of the rule");
    ConnectionRule.Explicit edges = projection.rule().listed();
    if (edges != null && edges.hasWeights()) {
      for (int i = 0; i < edges.size(); i++) {
        if (!weights.allow(edges.weight(i))) {
          throw new InvalidNetworkException(
              where + ".edges[" + i + "]", "the weight " + edges.weight(i), allowed);
        }
      }
    } else if (!weights.allow(projection.weight())) {
      throw new InvalidNetworkException(
          where + ".weight",
          projection.weight().constant()
              ? "the weight " + projection.weight().min()
              : "weights from " + projection.weight().min() + " to " + projection.weight().max(),
          allowed);
    }
  }
}
