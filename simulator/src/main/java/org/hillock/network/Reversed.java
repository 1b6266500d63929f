package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * For each synapse of another projection the one in the other direction ({@code make_symmetric} of
 * NEST). The other projection stands right before this one in the network, with source and target
 * exchanged; {@link Network} checks it.
 *
 * <p>What is drawn for it is its pairs, not its weights and delays: those of both directions are
 * the same only where they are constant, or follow from distance.
 *
 * @param forward the rule of the other projection
 */
public record Reversed(ConnectionRule forward) implements ConnectionRule {

  @Override
  public String ruleName() {
    return forward.ruleName() + ", reversed";
  }

  @Override
  public <R extends @Nullable Object> R accept(Cases<R> cases) {
    return cases.reversed(this);
  }

  @Override
  public boolean reverse() {
    return true;
  }

  @Override
  public boolean random() {
    return forward.random();
  }

  @Override
  public boolean randomNumber() {
    return forward.randomNumber();
  }

  @Override
  public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
    return forward.expectedSynapses(target, source, autapses);
  }

  /** All synapses there are may come from one source of the other projection. */
  @Override
  public double mostSources(NeuronRange source, NeuronRange target, boolean autapses) {
    double each = forward.mostSources(target, source, autapses);
    return each * source.size();
  }

  @Override
  public void check(
      String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
    forward.check(where, target, source, autapses, multapses);
    if (forward.hasWeights() || forward.hasDelays()) {
      throw new InvalidNetworkException(
          where + ".symmetric",
          "edges with weights or delays of their own",
          "edges of both directions in the list");
    }
    if (autapses && source.overlaps(target)) {
      throw new InvalidNetworkException(
          where + ".symmetric",
          "autapses, of which each would be there twice",
          "autapses: false for neurons that connect among themselves");
    }
  }
}
