package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * So many synapses, each with source and target drawn uniformly.
 *
 * @param total synapses in all
 */
public record FixedTotalNumber(long total) implements ConnectionRule {
  @Override
  public String ruleName() {
    return "fixed_total_number";
  }

  @Override
  public <R extends @Nullable Object> R accept(Cases<R> cases) {
    return cases.fixedTotalNumber(this);
  }

  @Override
  public boolean random() {
    return true;
  }

  @Override
  public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
    return total;
  }

  @Override
  public void check(
      String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
    if (total < 0) {
      throw new InvalidNetworkException(where + ".total", Long.toString(total), "0 or more");
    }
    double pairs = (double) source.size() * target.size() - (autapses ? 0 : source.shared(target));
    if (total > 0 && pairs == 0) {
      throw new InvalidNetworkException(
          where + ".total", total + " synapses", "0, since no pair is allowed without autapses");
    }
    if (!multapses && total > pairs) {
      throw new InvalidNetworkException(
          where + ".total",
          total + " synapses",
          "at most " + (long) pairs + " distinct pairs, or multapses: true");
    }
  }
}
