package org.hillock.lif;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.hillock.model.NeuronBlock;
import org.hillock.model.SpikeSink;

/**
 * What the vector kernels share: a neuron a lane.
 *
 * <p>No method that a kernel calls in a loop returns a vector. The compiler decides early, and once
 * for all, whether a call is frequent enough to be inlined; a vector that is returned from one that
 * is not is an object on the heap, and the kernel takes three times as long.
 */
final class Lanes {

  /** State. */
  static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** Vectors whose threshold is looked at together. */
  private static final int AT_ONCE = 4;

  private Lanes() {}

  /** What stands for the injected current of every neuron where none is injected. */
  private static final double[] NO_CURRENT = new double[DOUBLES.length()];

  /**
   * The injected current [pA], of neuron i at i times {@link #stride}. A choice in the loop would
   * keep vectors from staying in registers.
   */
  static double[] current(NeuronBlock block) {
    double[] current = block.current();
    return current == null ? NO_CURRENT : current;
  }

  /** 1, or 0 where all neurons have the same. */
  static int stride(NeuronBlock block) {
    return block.current() == null ? 0 : 1;
  }

  /** Marks and reports the neurons of a range that have reached the threshold. */
  static void fire(
      Membrane membrane, NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(MembraneKernel.V);
    double threshold = membrane.threshold();
    int lanes = DOUBLES.length();
    int i = from;
    // To ask a vector whether any lane is set takes longer than all else: four are asked at once.
    for (; i <= to - AT_ONCE * lanes; i += AT_ONCE * lanes) {
      // The sign of V less the threshold is set as long as V is below.
      LongVector below =
          DoubleVector.fromArray(DOUBLES, v, i)
              .sub(threshold)
              .reinterpretAsLongs()
              .and(
                  DoubleVector.fromArray(DOUBLES, v, i + lanes).sub(threshold).reinterpretAsLongs())
              .and(
                  DoubleVector.fromArray(DOUBLES, v, i + 2 * lanes)
                      .sub(threshold)
                      .reinterpretAsLongs())
              .and(
                  DoubleVector.fromArray(DOUBLES, v, i + 3 * lanes)
                      .sub(threshold)
                      .reinterpretAsLongs());
      if (below.compare(VectorOperators.GE, 0).anyTrue()) {
        fireOneByOne(membrane, block, i, i + AT_ONCE * lanes, step, spikes);
      }
    }
    fireOneByOne(membrane, block, i, to, step, spikes);
  }

  private static void fireOneByOne(
      Membrane membrane, NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(MembraneKernel.V);
    for (int i = from; i < to; i++) {
      if (v[i] >= membrane.threshold()) {
        membrane.fire(block, i, step, spikes);
      }
    }
  }
}
