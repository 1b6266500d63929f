package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * Each pair is connected, once, with a probability.
 *
 * @param probability from 0 to 1; multiplies what places say
 * @param reach which pairs, and with what probability; null for all alike
 */
public record PairwiseBernoulli(double probability, @Nullable Reach reach) implements Pairwise {

  /** All pairs with the same probability. */
  public PairwiseBernoulli(double probability) {
    this(probability, null);
  }

  @Override
  public ConnectionRule within(Reach near) {
    return new PairwiseBernoulli(probability, near);
  }

  @Override
  public String ruleName() {
    return "pairwise_bernoulli";
  }

  @Override
  public <R extends @Nullable Object> R accept(Cases<R> cases) {
    return cases.pairwiseBernoulli(this);
  }

  @Override
  public double ofPair() {
    return probability;
  }

  @Override
  public double mostSources(NeuronRange source, NeuronRange target, boolean autapses) {
    return reach == null ? Pairwise.super.mostSources(source, target, autapses) : source.size();
  }

  @Override
  public void check(
      String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new InvalidNetworkException(
          where + ".probability", Double.toString(probability), "a number from 0 to 1");
    }
    if (reach != null) {
      Interval bounds = reach.bounds().times(Interval.of(probability));
      if (!(bounds.low() >= 0 && bounds.high() <= 1)) {
        throw new InvalidNetworkException(
            where + ".probability",
            "values from " + bounds.low() + " to " + bounds.high(),
            "0 to 1 wherever neurons are; max(0, ...) and min(1, ...) cut what is beyond");
      }
    }
  }
}
