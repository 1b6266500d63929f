package org.hillock.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** {@link WholeNumbers} by vectors, to the same bits. */
final class WholeNumbersVectors {

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** As many ints as there are doubles in a vector. */
  private static final VectorSpecies<Integer> FEW_INTS =
      VectorSpecies.of(
          int.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 2)));

  private static final IntVector ZERO = IntVector.zero(FEW_INTS);

  private WholeNumbersVectors() {}

  /** Returns one past the last element that was moved. */
  static int move(int[] row, int from, int to, double unit, double[] into) {
    int end = from + DOUBLES.loopBound(to - from);
    for (int i = from; i < end; i += DOUBLES.length()) {
      IntVector.fromArray(FEW_INTS, row, i)
          .convertShape(VectorOperators.I2D, DOUBLES, 0)
          .reinterpretAsDoubles()
          .mul(unit)
          .intoArray(into, i - from);
      ZERO.intoArray(row, i);
    }
    return end;
  }

  /** The same of the sum of two rows. */
  static int move(
      int[] row, double unit, int[] other, double otherUnit, int from, int to, double[] into) {
    int end = from + DOUBLES.loopBound(to - from);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector first =
          IntVector.fromArray(FEW_INTS, row, i)
              .convertShape(VectorOperators.I2D, DOUBLES, 0)
              .reinterpretAsDoubles()
              .mul(unit);
      IntVector.fromArray(FEW_INTS, other, i)
          .convertShape(VectorOperators.I2D, DOUBLES, 0)
          .reinterpretAsDoubles()
          .mul(otherUnit)
          .add(first)
          .intoArray(into, i - from);
      ZERO.intoArray(row, i);
      ZERO.intoArray(other, i);
    }
    return end;
  }

  /** Returns one past the last element that was added. */
  static int add(int[] row, int from, int to, double unit, double[] into) {
    int end = from + DOUBLES.loopBound(to - from);
    for (int i = from; i < end; i += DOUBLES.length()) {
      IntVector.fromArray(FEW_INTS, row, i)
          .convertShape(VectorOperators.I2D, DOUBLES, 0)
          .reinterpretAsDoubles()
          .mul(unit)
          .add(DoubleVector.fromArray(DOUBLES, into, i - from))
          .intoArray(into, i - from);
      ZERO.intoArray(row, i);
    }
    return end;
  }
}
