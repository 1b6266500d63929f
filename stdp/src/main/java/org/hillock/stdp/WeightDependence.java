package org.hillock.stdp;

import java.util.List;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.ProductForm;
import org.hillock.model.ProductForm.Term;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.Unit;
import org.hillock.vector.Exp;

/**
 * How much a pair of spikes changes a weight, given the weight (Gütig, Aharonov, Rotter and
 * Sompolinsky 2003, J Neurosci 23:3697, eqs. 1-2):
 *
 * <pre>
 *   potentiation:  w/W_max += lambda (1 - w/W_max)^mu_plus K,           at most W_max
 *   depression:    w/W_max -= lambda alpha (w/W_max)^mu_minus K,        at least 0
 * </pre>
 */
record WeightDependence(
    double potentiation, double depression, double muPlus, double muMinus, double maxWeight) {

  static WeightDependence of(ParameterSet of) {
    return new WeightDependence(
        of.get("lambda"),
        of.get("lambda") * of.get("alpha"),
        of.get("mu_plus"),
        of.get("mu_minus"),
        of.get(SynapseModel.MAX_WEIGHT));
  }

  /** A rule that has these parameters, the time constants of both traces, and a dendritic delay. */
  static RuleDescription.Builder description(String name, String summary) {
    return pairs(name, summary)
        .parameters(
            Parameter.nonNegative("mu_plus", Unit.NONE, 1, "weight dependence of potentiation"),
            Parameter.nonNegative("mu_minus", Unit.NONE, 1, "weight dependence of depression"))
        .weight(maxWeight(100))
        .dendriticDelay();
  }

  /** A rule for pairs of spikes: the time constants of both traces, and the steps. */
  static RuleDescription.Builder pairs(String name, String summary) {
    return RuleDescription.of(name, RuleFamily.SPIKE_TIMING, summary)
        .parameters(
            Parameter.positive("tau_plus", Unit.MILLISECOND, 20, "decay of the presynaptic trace"),
            Parameter.positive(
                "tau_minus", Unit.MILLISECOND, 20, "decay of the postsynaptic trace"),
            Parameter.nonNegative("lambda", Unit.NONE, 0.01, "step size, relative to W_max"),
            Parameter.nonNegative("alpha", Unit.NONE, 1, "depression relative to potentiation"));
  }

  /** The greatest weight. */
  static Parameter maxWeight(double usual) {
    return Parameter.any(
        SynapseModel.MAX_WEIGHT, Unit.NONE, usual, "largest weight; its sign is that of all");
  }

  double potentiated(double weight, double trace) {
    double relative = weight / maxWeight;
    double changed = relative + potentiation * power(1 - relative, muPlus) * trace;
    return changed < 1 ? changed * maxWeight : maxWeight;
  }

  double depressed(double weight, double trace) {
    double relative = weight / maxWeight;
    double changed = relative - depression * power(relative, muMinus) * trace;
    return changed > 0 ? changed * maxWeight : 0;
  }

  /** The change of pairs as sums of products. */
  ProductForm products() {
    for (double mu : new double[] {muPlus, muMinus}) {
      if (mu != 0 && mu != 1) {
        String name = mu == muPlus ? "mu_plus" : "mu_minus";
        return new ProductForm.None(
            name, "the weight to the power " + mu, name + ": 0 or " + name + ": 1");
      }
    }
    return new ProductForm.Sum(
        List.of(
            new Term("lambda", potentiation, 0, -1, false),
            new Term("lambda", -muPlus * potentiation, 0, -1, true)),
        List.of(new Term("lambda * alpha", -depression, -1, 0, muMinus == 1)));
  }

  private static double power(double base, double exponent) {
    if (exponent == 0) {
      return 1;
    }
    return exponent == 1 ? base : Exp.power(base, exponent);
  }
}
