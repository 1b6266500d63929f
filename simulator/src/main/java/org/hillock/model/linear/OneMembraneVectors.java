package org.hillock.model.linear;

import static org.hillock.model.linear.RowVectors.DOUBLES;
import static org.hillock.model.linear.RowVectors.INTS;
import static org.hillock.model.linear.RowVectors.SHORTS;

import java.util.Objects;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import org.hillock.model.NeuronBlock;
import org.hillock.model.UnsummedInput;

/** {@link OneMembrane} by vectors, a neuron a lane, to the same bits. */
final class OneMembraneVectors {

  private OneMembraneVectors() {}

  /**
   * Advances as many neurons as fill whole vectors.
   *
   * @return one past the last of them
   */
  static int advance(Row membrane, NeuronBlock block, UnsummedInput input, int from, int to) {
    int end = from + DOUBLES.loopBound(to - from);
    double[] v = block.state(membrane.state());
    double decay = membrane.decay().at(0);
    double drive = membrane.drive().at(0);
    double jump = membrane.jumps()[0].at(0);
    double lowest = membrane.lowest().at(0);
    int[] row = input.row();
    int[] other = Objects.requireNonNull(input.other());
    double unit = input.unit();
    double otherUnit = input.otherUnit();
    int first = input.first();
    short[] counts = input.counts();
    int firstCount = input.firstCount();
    double weight = input.weight();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector arrived =
          IntVector.fromArray(INTS, row, first + i)
              .convertShape(VectorOperators.I2D, DOUBLES, 0)
              .reinterpretAsDoubles()
              .mul(unit)
              .add(
                  IntVector.fromArray(INTS, other, first + i)
                      .convertShape(VectorOperators.I2D, DOUBLES, 0)
                      .reinterpretAsDoubles()
                      .mul(otherUnit))
              .add(
                  ShortVector.fromArray(SHORTS, counts, firstCount + i)
                      .convertShape(VectorOperators.S2D, DOUBLES, 0)
                      .reinterpretAsDoubles()
                      .mul(weight));
      DoubleVector.fromArray(DOUBLES, v, i)
          .mul(decay)
          .add(drive)
          .add(arrived.mul(jump))
          .max(lowest)
          .intoArray(v, i);
      RowVectors.NO_INTS.intoArray(row, first + i);
      RowVectors.NO_INTS.intoArray(other, first + i);
    }
    return end;
  }
}
