package org.hillock.lif;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hillock.model.NeuronBlock;
import org.hillock.model.SpikeSink;

/** What the vector kernels share: a neuron a lane. */
final class Lanes {

  /** State. */
  static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  private Lanes() {}

  /** The injected current [pA]. */
  static DoubleVector injected(double[] current, int first, double constant) {
    return DoubleVector.fromArray(DOUBLES, current, first).add(constant);
  }

  /**
   * Marks and reports those neurons from {@code first} on, as many as there are lanes, that have
   * reached the threshold.
   */
  static void fire(Membrane membrane, NeuronBlock block, int first, long step, SpikeSink spikes) {
    double[] v = block.state(MembraneKernel.V);
    for (int i = first; i < first + DOUBLES.length(); i++) {
      if (v[i] >= membrane.threshold()) {
        membrane.fire(block, i, step, spikes);
      }
    }
  }
}
