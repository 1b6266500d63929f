package org.hillock.model.linear;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Looks for neurons that may have reached the threshold, many at a time. */
final class FiringVectors {

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** To ask a vector whether any lane is set takes longer than all else: four are asked at once. */
  static final int GROUP = 4 * DOUBLES.length();

  private FiringVectors() {}

  /** What {@link #groups} returns if the potential of a neuron is not a number. */
  static final int NOT_A_NUMBER = -1;

  /**
   * The groups of neurons of which one is not below its threshold.
   *
   * @param v potentials, of neuron i at i
   * @param threshold of all neurons
   * @param from first neuron to look at
   * @param to one past the last
   * @param into takes the first neuron of each group
   * @return how many; {@link #NOT_A_NUMBER} if some potential is not a number. What does not fill a
   *     group at the end is not looked at.
   */
  static int groups(double[] v, double threshold, int from, int to, int[] into) {
    int lanes = DOUBLES.length();
    DoubleVector sum = DoubleVector.zero(DOUBLES);
    int count = 0;
    for (int i = from; i <= to - GROUP; i += GROUP) {
      DoubleVector a = DoubleVector.fromArray(DOUBLES, v, i).sub(threshold);
      DoubleVector b = DoubleVector.fromArray(DOUBLES, v, i + lanes).sub(threshold);
      DoubleVector c = DoubleVector.fromArray(DOUBLES, v, i + 2 * lanes).sub(threshold);
      DoubleVector d = DoubleVector.fromArray(DOUBLES, v, i + 3 * lanes).sub(threshold);
      sum = sum.add(a.add(b).add(c.add(d)));
      // The sign is set as long as V is below.
      LongVector below =
          a.reinterpretAsLongs()
              .and(b.reinterpretAsLongs())
              .and(c.reinterpretAsLongs())
              .and(d.reinterpretAsLongs());
      if (below.compare(VectorOperators.GE, 0).anyTrue()) {
        into[count++] = i;
      }
    }
    return Double.isNaN(sum.reduceLanes(VectorOperators.ADD)) ? NOT_A_NUMBER : count;
  }

  /**
   * The groups of neurons of which one is not below its threshold.
   *
   * @param v potentials, of neuron i at i
   * @param threshold of neuron i at i stride + shift
   * @param from first neuron to look at
   * @param to one past the last
   * @param into takes the first neuron of each group
   * @return how many; {@link #NOT_A_NUMBER} if some potential is not a number. What does not fill a
   *     group at the end is not looked at.
   */
  static int groups(
      double[] v, double[] threshold, int stride, int shift, int from, int to, int[] into) {
    int lanes = DOUBLES.length();
    DoubleVector sum = DoubleVector.zero(DOUBLES);
    int count = 0;
    for (int i = from; i <= to - GROUP; i += GROUP) {
      DoubleVector a =
          DoubleVector.fromArray(DOUBLES, v, i)
              .sub(DoubleVector.fromArray(DOUBLES, threshold, i * stride + shift));
      DoubleVector b =
          DoubleVector.fromArray(DOUBLES, v, i + lanes)
              .sub(DoubleVector.fromArray(DOUBLES, threshold, (i + lanes) * stride + shift));
      DoubleVector c =
          DoubleVector.fromArray(DOUBLES, v, i + 2 * lanes)
              .sub(DoubleVector.fromArray(DOUBLES, threshold, (i + 2 * lanes) * stride + shift));
      DoubleVector d =
          DoubleVector.fromArray(DOUBLES, v, i + 3 * lanes)
              .sub(DoubleVector.fromArray(DOUBLES, threshold, (i + 3 * lanes) * stride + shift));
      sum = sum.add(a.add(b).add(c.add(d)));
      // The sign is set as long as V is below.
      LongVector below =
          a.reinterpretAsLongs()
              .and(b.reinterpretAsLongs())
              .and(c.reinterpretAsLongs())
              .and(d.reinterpretAsLongs());
      if (below.compare(VectorOperators.GE, 0).anyTrue()) {
        into[count++] = i;
      }
    }
    return Double.isNaN(sum.reduceLanes(VectorOperators.ADD)) ? NOT_A_NUMBER : count;
  }
}
