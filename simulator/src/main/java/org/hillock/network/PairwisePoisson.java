package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * Each pair is connected as many times as a Poisson number says, {@code pairwise_poisson} of NEST.
 *
 * @param mean number of synapses of a pair; multiplies what places say
 * @param reach which pairs, and how often; null for all alike
 */
public record PairwisePoisson(double mean, @Nullable Reach reach) implements Pairwise {

  /** All pairs alike. */
  public PairwisePoisson(double mean) {
    this(mean, null);
  }

  @Override
  public ConnectionRule within(Reach near) {
    return new PairwisePoisson(mean, near);
  }

  @Override
  public String ruleName() {
    return "pairwise_poisson";
  }

  @Override
  public <R extends @Nullable Object> R accept(Cases<R> cases) {
    return cases.pairwisePoisson(this);
  }

  @Override
  public double ofPair() {
    return mean;
  }

  @Override
  public double mostSources(NeuronRange source, NeuronRange target, boolean autapses) {
    if (reach == null) {
      return Pairwise.super.mostSources(source, target, autapses);
    }
    double most = mean * reach.bounds().high() * source.size();
    return most + DEVIATIONS * Math.sqrt(most) + FEW;
  }

  @Override
  public void check(
      String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
      throw new InvalidNetworkException(
          where + ".pairwise_avg_num_conns", Double.toString(mean), "0 or more");
    }
    if (!multapses && mean > 0) {
      throw new InvalidNetworkException(
          where + ".multapses",
          "false",
          "true, since a pair may have several synapses; pairwise_bernoulli gives it at most one");
    }
    if (reach != null) {
      Interval bounds = reach.bounds();
      if (!(bounds.low() >= 0 && bounds.finite())) {
        throw new InvalidNetworkException(
            where + ".pairwise_avg_num_conns",
            "values from " + bounds.low() + " to " + bounds.high(),
            "0 or more wherever neurons are; max(0, ...) cuts what is below");
      }
    }
  }
}
