package org.hillock.model.linear;

import static org.hillock.model.linear.RowVectors.DOUBLES;
import static org.hillock.model.linear.RowVectors.INTS;
import static org.hillock.model.linear.RowVectors.SHORTS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import org.hillock.model.NeuronBlock;
import org.hillock.model.UnsummedInput;

/** {@link TwoCurrents} by vectors, a neuron a lane, to the same bits. */
final class TwoCurrentsVectors {

  private TwoCurrentsVectors() {}

  /**
   * Advances as many neurons as fill whole vectors.
   *
   * @return one past the last of them
   */
  static int advance(TwoCurrents neurons, NeuronBlock block, int from, int to) {
    int end = from + DOUBLES.loopBound(to - from);
    if (end > from && neurons.membrane().alike()) {
      alike(neurons.membrane(), neurons.first(), neurons.second(), block, from, end);
    } else if (end > from) {
      differing(neurons.membrane(), neurons.first(), neurons.second(), block, from, end);
    }
    return end;
  }

  private static void alike(
      Row membrane, Row row0, Row row1, NeuronBlock block, int from, int end) {
    double[] v = block.state(membrane.state());
    double[] x0 = block.state(row0.state());
    double[] x1 = block.state(row1.state());
    double[] input0 = block.input(row0.receptors()[0]);
    double[] input1 = block.input(row1.receptors()[0]);
    int offset = block.inputOffset();
    double leak = membrane.decay().at(0);
    double c0 = membrane.factors()[0].at(0);
    double c1 = membrane.factors()[1].at(0);
    double drive = membrane.drive().at(0);
    double decay0 = row0.decay().at(0);
    double decay1 = row1.decay().at(0);
    double jump0 = row0.jumps()[0].at(0);
    double jump1 = row1.jumps()[0].at(0);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector first = DoubleVector.fromArray(DOUBLES, x0, i);
      DoubleVector second = DoubleVector.fromArray(DOUBLES, x1, i);
      DoubleVector.fromArray(DOUBLES, v, i)
          .mul(leak)
          .add(first.mul(c0))
          .add(second.mul(c1))
          .add(drive)
          .intoArray(v, i);
      first
          .mul(decay0)
          .add(DoubleVector.fromArray(DOUBLES, input0, offset + i).mul(jump0))
          .intoArray(x0, i);
      second
          .mul(decay1)
          .add(DoubleVector.fromArray(DOUBLES, input1, offset + i).mul(jump1))
          .intoArray(x1, i);
    }
  }

  /** The same where the numbers of the membrane differ from neuron to neuron. */
  private static void differing(
      Row membrane, Row row0, Row row1, NeuronBlock block, int from, int end) {
    double[] v = block.state(membrane.state());
    double[] x0 = block.state(row0.state());
    double[] x1 = block.state(row1.state());
    double[] input0 = block.input(row0.receptors()[0]);
    double[] input1 = block.input(row1.receptors()[0]);
    int offset = block.inputOffset();
    double[] leak = membrane.decay().values();
    double[] c0 = membrane.factors()[0].values();
    double[] c1 = membrane.factors()[1].values();
    double[] drive = membrane.drive().values();
    double decay0 = row0.decay().at(0);
    double decay1 = row1.decay().at(0);
    double jump0 = row0.jumps()[0].at(0);
    double jump1 = row1.jumps()[0].at(0);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector first = DoubleVector.fromArray(DOUBLES, x0, i);
      DoubleVector second = DoubleVector.fromArray(DOUBLES, x1, i);
      DoubleVector.fromArray(DOUBLES, v, i)
          .mul(DoubleVector.fromArray(DOUBLES, leak, i))
          .add(first.mul(DoubleVector.fromArray(DOUBLES, c0, i)))
          .add(second.mul(DoubleVector.fromArray(DOUBLES, c1, i)))
          .add(DoubleVector.fromArray(DOUBLES, drive, i))
          .intoArray(v, i);
      first
          .mul(decay0)
          .add(DoubleVector.fromArray(DOUBLES, input0, offset + i).mul(jump0))
          .intoArray(x0, i);
      second
          .mul(decay1)
          .add(DoubleVector.fromArray(DOUBLES, input1, offset + i).mul(jump1))
          .intoArray(x1, i);
    }
  }

  /**
   * The same with input that is not summed: one row and counts for each current.
   *
   * @return one past the last of them
   */
  static int advance(
      TwoCurrents neurons, NeuronBlock block, UnsummedInput[] input, int from, int to) {
    int end = from + DOUBLES.loopBound(to - from);
    UnsummedInput input0 = TwoCurrents.hears(neurons.first(), input);
    UnsummedInput input1 = TwoCurrents.hears(neurons.second(), input);
    unsummed(
        neurons.membrane(), neurons.first(), neurons.second(), block, input0, input1, from, end);
    return end;
  }

  private static void unsummed(
      Row membrane,
      Row row0,
      Row row1,
      NeuronBlock block,
      UnsummedInput input0,
      UnsummedInput input1,
      int from,
      int end) {
    double[] v = block.state(membrane.state());
    double[] x0 = block.state(row0.state());
    double[] x1 = block.state(row1.state());
    int[] arrived0 = input0.row();
    int[] arrived1 = input1.row();
    double unit0 = input0.unit();
    double unit1 = input1.unit();
    int first0 = input0.first();
    int first1 = input1.first();
    short[] counts0 = input0.counts();
    short[] counts1 = input1.counts();
    int firstCount0 = input0.firstCount();
    int firstCount1 = input1.firstCount();
    double weight0 = input0.weight();
    double weight1 = input1.weight();
    double leak = membrane.decay().at(0);
    double c0 = membrane.factors()[0].at(0);
    double c1 = membrane.factors()[1].at(0);
    double drive = membrane.drive().at(0);
    double decay0 = row0.decay().at(0);
    double decay1 = row1.decay().at(0);
    double jump0 = row0.jumps()[0].at(0);
    double jump1 = row1.jumps()[0].at(0);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector first = DoubleVector.fromArray(DOUBLES, x0, i);
      DoubleVector second = DoubleVector.fromArray(DOUBLES, x1, i);
      DoubleVector.fromArray(DOUBLES, v, i)
          .mul(leak)
          .add(first.mul(c0))
          .add(second.mul(c1))
          .add(drive)
          .intoArray(v, i);
      first
          .mul(decay0)
          .add(
              IntVector.fromArray(INTS, arrived0, first0 + i)
                  .convertShape(VectorOperators.I2D, DOUBLES, 0)
                  .reinterpretAsDoubles()
                  .mul(unit0)
                  .add(
                      ShortVector.fromArray(SHORTS, counts0, firstCount0 + i)
                          .convertShape(VectorOperators.S2D, DOUBLES, 0)
                          .reinterpretAsDoubles()
                          .mul(weight0))
                  .mul(jump0))
          .intoArray(x0, i);
      second
          .mul(decay1)
          .add(
              IntVector.fromArray(INTS, arrived1, first1 + i)
                  .convertShape(VectorOperators.I2D, DOUBLES, 0)
                  .reinterpretAsDoubles()
                  .mul(unit1)
                  .add(
                      ShortVector.fromArray(SHORTS, counts1, firstCount1 + i)
                          .convertShape(VectorOperators.S2D, DOUBLES, 0)
                          .reinterpretAsDoubles()
                          .mul(weight1))
                  .mul(jump1))
          .intoArray(x1, i);
      RowVectors.NO_INTS.intoArray(arrived0, first0 + i);
      RowVectors.NO_INTS.intoArray(arrived1, first1 + i);
    }
  }
}
