package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * From the third neurons of the synapses of a projection to its targets. It stands behind the
 * {@link ThirdIn} of that projection in the network.
 *
 * @param factor whose synapses these are
 */
public record ThirdOut(ThirdFactor factor) implements ConnectionRule {

  @Override
  public String ruleName() {
    return factor.primary().ruleName() + ", " + ThirdFactor.OUT;
  }

  @Override
  public <R extends @Nullable Object> R accept(Cases<R> cases) {
    return cases.thirdOut(this);
  }

  @Override
  public ThirdFactor thirdFactor() {
    return factor;
  }

  @Override
  public boolean random() {
    return factor.random();
  }

  @Override
  public boolean randomNumber() {
    return factor.randomNumber();
  }

  @Override
  public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
    return factor.expectedSynapses();
  }

  @Override
  public double mostSources(NeuronRange source, NeuronRange target, boolean autapses) {
    return factor.mostPrimary();
  }

  @Override
  public void check(
      String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
    factor.check(where);
  }
}
