package org.hillock.stdp;

import java.util.List;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.SynapseModel;
import org.hillock.model.Unit;

/**
 * How gradients become weights, with g their mean over {@code batch_size} update intervals:
 *
 * <pre>
 *   gradient_descent   w -= eta g
 *   adam               m = beta_1 m + (1 - beta_1) g,   v = beta_2 v + (1 - beta_2) g²
 *                      w -= eta sqrt(1 - beta_2^n)/(1 - beta_1^n) m/(sqrt(v) + epsilon)
 * </pre>
 *
 * <p>n counts the batches, also those without a spike, whose g is 0 (Kingma and Ba 2015, ICLR, the
 * form at the end of section 2). The weight is then brought between W_min and W_max.
 */
record Optimizer(
    boolean adam,
    int batch,
    double eta,
    double beta1,
    double beta2,
    double epsilon,
    double least,
    double greatest) {

  static Optimizer of(ParameterSet of) {
    return new Optimizer(
        of.is("optimizer"),
        (int) of.get("batch_size"),
        of.get("eta"),
        of.get("beta_1"),
        of.get("beta_2"),
        of.get("epsilon"),
        of.get(SynapseModel.MIN_WEIGHT),
        of.get(SynapseModel.MAX_WEIGHT));
  }

  /** Adds the parameters, by NEST's names and with its defaults. */
  static RuleDescription.Builder describe(RuleDescription.Builder rule) {
    return rule.parameters(
            Parameter.choice(
                "optimizer", List.of("gradient_descent", "adam"), "how gradients become weights"),
            new Parameter(
                "batch_size",
                Unit.NONE,
                1,
                1,
                true,
                Integer.MAX_VALUE,
                "over how many update intervals gradients are averaged"),
            Parameter.nonNegative("eta", Unit.NONE, 1e-4, "learning rate"),
            below1("beta_1", 0.9, "decay of the mean gradient, a batch"),
            below1("beta_2", 0.999, "decay of its mean square, a batch"),
            Parameter.positive("epsilon", Unit.NONE, 1e-7, "keeps steps small of a small v"))
        .weight(Parameter.any(SynapseModel.MIN_WEIGHT, Unit.NONE, -100, "least weight"))
        .weight(Parameter.any(SynapseModel.MAX_WEIGHT, Unit.NONE, 100, "greatest weight"));
  }

  private static Parameter below1(String name, double usual, String description) {
    return Parameter.between(name, 0, Math.nextDown(1.0), usual, description);
  }

  /**
   * How many batches have ended when an interval begins.
   *
   * @param interval its number, from 0 on
   */
  long batches(long interval) {
    return interval / batch;
  }

  /**
   * The weight after some batches, the first of which has a gradient.
   *
   * @param sum of the gradients of the first
   * @param m of Adam, an element a synapse
   * @param v of Adam
   * @param before how many there were before
   * @param after how many there have been then
   */
  double changed(
      double weight, double sum, double[] m, double[] v, int synapse, long before, long after) {
    double gradient = sum / batch;
    double changed = weight;
    if (!adam) {
      changed -= eta * gradient;
    } else {
      for (long n = before + 1; n <= after; n++) {
        m[synapse] = beta1 * m[synapse] + (1 - beta1) * gradient;
        v[synapse] = beta2 * v[synapse] + (1 - beta2) * gradient * gradient;
        double rate =
            eta * Math.sqrt(1 - StrictMath.pow(beta2, n)) / (1 - StrictMath.pow(beta1, n));
        changed -= rate * m[synapse] / (Math.sqrt(v[synapse]) + epsilon);
        gradient = 0;
      }
    }
    return Math.max(least, Math.min(greatest, changed));
  }
}
