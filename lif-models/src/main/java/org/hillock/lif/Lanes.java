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

  /** The same where each neuron has a threshold of its own. */
  static void fire(
      MembraneColumns kernel, NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(MembraneKernel.V);
    double[] threshold = kernel.threshold.values();
    int stride = kernel.threshold.stride();
    int lanes = DOUBLES.length();
    int i = from;
    for (; i <= to - AT_ONCE * lanes; i += AT_ONCE * lanes) {
      LongVector below =
          DoubleVector.fromArray(DOUBLES, v, i)
              .sub(DoubleVector.fromArray(DOUBLES, threshold, i * stride))
              .reinterpretAsLongs()
              .and(
                  DoubleVector.fromArray(DOUBLES, v, i + lanes)
                      .sub(DoubleVector.fromArray(DOUBLES, threshold, (i + lanes) * stride))
                      .reinterpretAsLongs())
              .and(
                  DoubleVector.fromArray(DOUBLES, v, i + 2 * lanes)
                      .sub(DoubleVector.fromArray(DOUBLES, threshold, (i + 2 * lanes) * stride))
                      .reinterpretAsLongs())
              .and(
                  DoubleVector.fromArray(DOUBLES, v, i + 3 * lanes)
                      .sub(DoubleVector.fromArray(DOUBLES, threshold, (i + 3 * lanes) * stride))
                      .reinterpretAsLongs());
      if (below.compare(VectorOperators.GE, 0).anyTrue()) {
        kernel.fire(block, i, i + AT_ONCE * lanes, step, spikes);
      }
    }
    kernel.fire(block, i, to, step, spikes);
  }
}
