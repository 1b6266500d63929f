package org.hillock.model.linear;

import static org.hillock.model.linear.RowVectors.DOUBLES;

import jdk.incubator.vector.DoubleVector;
import org.hillock.model.NeuronBlock;

/** The loops of {@link RowVectors} where all neurons have the same numbers. */
final class AlikeRows {

  private AlikeRows() {}

  /** A state that decays and receives spikes. */
  static void decay(Row row, NeuronBlock block, double[] input, int from, int end) {
    double[] x = block.state(row.state());
    int offset = block.inputOffset();
    double decay = row.decay().at(0);
    double jump = row.jumps()[0].at(0);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(decay)
          .add(DoubleVector.fromArray(DOUBLES, input, offset + i).mul(jump))
          .intoArray(x, i);
    }
  }

  /** A state that decays and follows another. */
  static void follow(Row row, NeuronBlock block, int from, int end) {
    double[] x = block.state(row.state());
    double[] x0 = block.state(row.sources()[0]);
    double decay = row.decay().at(0);
    double c0 = row.factors()[0].at(0);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(decay)
          .add(DoubleVector.fromArray(DOUBLES, x0, i).mul(c0))
          .intoArray(x, i);
    }
  }

  /** A membrane on which spikes act at once. */
  static void jump(
      Row row, NeuronBlock block, Injected injected, double[] input, int from, int end) {
    double[] x = block.state(row.state());
    double[] current = injected.injected();
    int stride = injected.stride();
    int offset = block.inputOffset();
    double decay = row.decay().at(0);
    double constant = injected.constant().at(0);
    double factor = row.current() == null ? 0 : row.current().at(0);
    double jump = row.jumps()[0].at(0);
    double lowest = row.lowest().at(0);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(decay)
          .add(DoubleVector.fromArray(DOUBLES, current, i * stride).add(constant).mul(factor))
          .add(DoubleVector.fromArray(DOUBLES, input, offset + i).mul(jump))
          .max(lowest)
          .intoArray(x, i);
    }
  }

  /** A membrane on which up to four other states act. */
  static void move(Row row, NeuronBlock block, Injected injected, int from, int end) {
    double[] x = block.state(row.state());
    double[] current = injected.injected();
    int stride = injected.stride();
    double decay = row.decay().at(0);
    double constant = injected.constant().at(0);
    double factor = row.current() == null ? 0 : row.current().at(0);
    double[] x0 = RowVectors.source(row, block, 0);
    double[] x1 = RowVectors.source(row, block, 1);
    double c0 = RowVectors.factor(row, 0).at(0);
    double c1 = RowVectors.factor(row, 1).at(0);
    if (row.sources().length <= 2) {
      for (int i = from; i < end; i += DOUBLES.length()) {
        DoubleVector.fromArray(DOUBLES, x, i)
            .mul(decay)
            .add(DoubleVector.fromArray(DOUBLES, x0, i).mul(c0))
            .add(DoubleVector.fromArray(DOUBLES, x1, i).mul(c1))
            .add(DoubleVector.fromArray(DOUBLES, current, i * stride).add(constant).mul(factor))
            .intoArray(x, i);
      }
      return;
    }
    double[] x2 = RowVectors.source(row, block, 2);
    double[] x3 = RowVectors.source(row, block, 3);
    double c2 = RowVectors.factor(row, 2).at(0);
    double c3 = RowVectors.factor(row, 3).at(0);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(decay)
          .add(DoubleVector.fromArray(DOUBLES, x0, i).mul(c0))
          .add(DoubleVector.fromArray(DOUBLES, x1, i).mul(c1))
          .add(DoubleVector.fromArray(DOUBLES, x2, i).mul(c2))
          .add(DoubleVector.fromArray(DOUBLES, x3, i).mul(c3))
          .add(DoubleVector.fromArray(DOUBLES, current, i * stride).add(constant).mul(factor))
          .intoArray(x, i);
    }
  }
}
