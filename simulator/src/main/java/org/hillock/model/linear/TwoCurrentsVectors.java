package org.hillock.model.linear;

import static org.hillock.model.linear.RowVectors.DOUBLES;

import jdk.incubator.vector.DoubleVector;
import org.hillock.model.NeuronBlock;

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
}
