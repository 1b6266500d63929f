package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * From the sources of a projection to the third neurons of its synapses. It stands right behind
 * that projection in the network.
 *
 * @param factor whose synapses these are
 */
public record ThirdIn(ThirdFactor factor) implements ConnectionRule {

  @Override
  public String ruleName() {
    return factor.primary().ruleName() + ", " + ThirdFactor.IN;
  }

  @Override
  public <R extends @Nullable Object> R accept(Cases<R> cases) {
    return cases.thirdIn(this);
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
    return factor.mostOntoThird();
  }

  @Override
  public void check(
      String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
    factor.check(where);
  }
}
