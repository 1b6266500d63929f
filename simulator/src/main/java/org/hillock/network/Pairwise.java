package org.hillock.network;

import org.jspecify.annotations.Nullable;

/** Each pair of neurons is asked for itself, as often as is expected of it. */
sealed interface Pairwise extends ConnectionRule permits PairwiseBernoulli, PairwisePoisson {

  /** Synapses to expect of a pair; multiplies what places say. */
  double ofPair();

  /** Which pairs, and how often; null for all alike. */
  @Nullable Reach reach();

  @Override
  default boolean random() {
    return true;
  }

  @Override
  default boolean randomNumber() {
    return true;
  }

  @Override
  default double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
    Reach near = reach();
    if (near != null) {
      return ofPair() * near.sum(autapses);
    }
    double pairs = (double) source.size() * target.size() - (autapses ? 0 : source.shared(target));
    return ofPair() * pairs;
  }
}
