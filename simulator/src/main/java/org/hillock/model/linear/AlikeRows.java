package org.hillock.model.linear;

import static org.hillock.model.linear.RowVectors.DOUBLES;

import jdk.incubator.vector.DoubleVector;
import org.hillock.model.NeuronBlock;

/** The loops of {@link RowVectors} where all neurons have the same numbers. */
final class AlikeRows {

  private AlikeRows() {}

  static void advance(Row row, NeuronBlock block, Injected injected, int from, int end) {
    double[] x = block.state(row.state());
    double decay = row.decay().at(0);
    double factor = row.current() == null ? 0 : row.current().at(0);
    boolean hears = row.receptors().length == 1;
    double[] current = injected.ofEach();
    double constant = injected.constant().at(0);
    double drive = current == null ? row.drive().at(0) : 0;
    if (row.current() == null && hears) {
      decay(x, decay, block.input(row.receptors()[0]), block.inputOffset(), jump(row), from, end);
    } else if (row.current() == null) {
      follow(x, decay, RowVectors.source(row, block, 0), factor(row, 0), from, end);
    } else if (hears && current == null) {
      double[] input = block.input(row.receptors()[0]);
      int offset = block.inputOffset();
      double lowest = row.lowest().at(0);
      jump(x, decay, drive, input, offset, jump(row), lowest, from, end);
    } else {
      if (row.sources().length <= 2) {
        moveByTwo(x, decay, row, block, drive, from, end);
      } else {
        moveByFour(x, decay, row, block, drive, from, end);
      }
      if (current != null) {
        inject(x, current, constant, factor, from, end);
      }
      if (hears) {
        receive(x, block.input(row.receptors()[0]), block.inputOffset(), jump(row), from, end);
      }
      if (row.bounded()) {
        bound(x, row.lowest().at(0), from, end);
      }
    }
  }

  private static double jump(Row row) {
    return row.jumps()[0].at(0);
  }

  private static double factor(Row row, int k) {
    return RowVectors.factor(row, k).at(0);
  }

  /** A state that decays and receives spikes. */
  private static void decay(
      double[] x, double decay, double[] input, int offset, double jump, int from, int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(decay)
          .add(DoubleVector.fromArray(DOUBLES, input, offset + i).mul(jump))
          .intoArray(x, i);
    }
  }

  /** A state that decays and follows another. */
  private static void follow(double[] x, double decay, double[] x0, double c0, int from, int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(decay)
          .add(DoubleVector.fromArray(DOUBLES, x0, i).mul(c0))
          .intoArray(x, i);
    }
  }

  /** A membrane on which spikes act at once. */
  private static void jump(
      double[] x,
      double decay,
      double drive,
      double[] input,
      int offset,
      double jump,
      double lowest,
      int from,
      int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(decay)
          .add(drive)
          .add(DoubleVector.fromArray(DOUBLES, input, offset + i).mul(jump))
          .max(lowest)
          .intoArray(x, i);
    }
  }

  /** A membrane on which up to two other states act. */
  private static void moveByTwo(
      double[] x, double decay, Row row, NeuronBlock block, double drive, int from, int end) {
    double[] x0 = RowVectors.source(row, block, 0);
    double[] x1 = RowVectors.source(row, block, 1);
    double c0 = factor(row, 0);
    double c1 = factor(row, 1);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(decay)
          .add(DoubleVector.fromArray(DOUBLES, x0, i).mul(c0))
          .add(DoubleVector.fromArray(DOUBLES, x1, i).mul(c1))
          .add(drive)
          .intoArray(x, i);
    }
  }

  /** A membrane on which up to four other states act. */
  private static void moveByFour(
      double[] x, double decay, Row row, NeuronBlock block, double drive, int from, int end) {
    double[] x0 = RowVectors.source(row, block, 0);
    double[] x1 = RowVectors.source(row, block, 1);
    double[] x2 = RowVectors.source(row, block, 2);
    double[] x3 = RowVectors.source(row, block, 3);
    double c0 = factor(row, 0);
    double c1 = factor(row, 1);
    double c2 = factor(row, 2);
    double c3 = factor(row, 3);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(decay)
          .add(DoubleVector.fromArray(DOUBLES, x0, i).mul(c0))
          .add(DoubleVector.fromArray(DOUBLES, x1, i).mul(c1))
          .add(DoubleVector.fromArray(DOUBLES, x2, i).mul(c2))
          .add(DoubleVector.fromArray(DOUBLES, x3, i).mul(c3))
          .add(drive)
          .intoArray(x, i);
    }
  }

  private static void inject(
      double[] x, double[] current, double constant, double factor, int from, int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .add(DoubleVector.fromArray(DOUBLES, current, i).add(constant).mul(factor))
          .intoArray(x, i);
    }
  }

  private static void receive(
      double[] x, double[] input, int offset, double jump, int from, int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .add(DoubleVector.fromArray(DOUBLES, input, offset + i).mul(jump))
          .intoArray(x, i);
    }
  }

  private static void bound(double[] x, double lowest, int from, int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i).max(lowest).intoArray(x, i);
    }
  }
}
