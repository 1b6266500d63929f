package org.hillock.model.linear;

import static org.hillock.model.linear.RowVectors.DOUBLES;

import jdk.incubator.vector.DoubleVector;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;
import org.jspecify.annotations.Nullable;

/**
 * The loops of {@link RowVectors} where numbers differ from neuron to neuron: each has one for
 * every neuron.
 */
final class DifferingRows {

  private static final double[] NONE = {};

  private DifferingRows() {}

  static void advance(Row row, NeuronBlock block, Injected injected, int from, int end) {
    double[] x = block.state(row.state());
    double[] decay = row.decay().values();
    double[] current = injected.ofEach();
    boolean hears = row.receptors().length == 1;
    double[] input = hears ? block.input(row.receptors()[0]) : NONE;
    int offset = block.inputOffset();
    if (row.current() == null && row.sources().length == 0) {
      leak(x, decay, from, end);
    } else if (row.current() == null) {
      follow(x, decay, RowVectors.source(row, block, 0), factor(row, 0), from, end);
    } else if (row.sources().length == 0 && hears && current == null && oneJump(row)) {
      jump(x, decay, row.drive().values(), input, offset, row.jumps()[0].at(0), from, end);
      hears = false;
    } else {
      double[] drive = current == null ? row.drive().values() : null;
      if (row.sources().length == 0) {
        leak(x, decay, from, end);
        drive(x, drive, from, end);
      } else if (row.sources().length == 2) {
        moveByTwo(x, decay, row, block, drive, from, end);
      } else {
        moveByFour(x, decay, row, block, drive, from, end);
      }
      if (current != null) {
        inject(x, current, injected.constant(), row.current().values(), from, end);
      }
    }
    if (hears && oneJump(row)) {
      receive(x, input, offset, row.jumps()[0].at(0), from, end);
    } else if (hears) {
      receive(x, input, offset, row.jumps()[0].values(), from, end);
    }
    if (row.bounded()) {
      bound(x, row.lowest().values(), from, end);
    }
  }

  private static boolean oneJump(Row row) {
    return row.jumps()[0].stride() == 0;
  }

  private static double[] factor(Row row, int k) {
    Column factor = RowVectors.factor(row, k);
    return factor.values();
  }

  private static void leak(double[] x, double[] decay, int from, int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, decay, i))
          .intoArray(x, i);
    }
  }

  /** A state that decays and follows another. */
  private static void follow(
      double[] x, double[] decay, double[] x0, double[] c0, int from, int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, decay, i))
          .add(DoubleVector.fromArray(DOUBLES, x0, i).mul(DoubleVector.fromArray(DOUBLES, c0, i)))
          .intoArray(x, i);
    }
  }

  /** A membrane on which spikes act at once. */
  private static void jump(
      double[] x,
      double[] decay,
      double[] drive,
      double[] input,
      int offset,
      double jump,
      int from,
      int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, decay, i))
          .add(DoubleVector.fromArray(DOUBLES, drive, i))
          .add(DoubleVector.fromArray(DOUBLES, input, offset + i).mul(jump))
          .intoArray(x, i);
    }
  }

  /** A membrane on which up to two other states act. */
  private static void moveByTwo(
      double[] x,
      double[] decay,
      Row row,
      NeuronBlock block,
      double @Nullable [] drive,
      int from,
      int end) {
    double[] x0 = RowVectors.source(row, block, 0);
    double[] x1 = RowVectors.source(row, block, 1);
    double[] c0 = factor(row, 0);
    double[] c1 = factor(row, 1);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, decay, i))
          .add(DoubleVector.fromArray(DOUBLES, x0, i).mul(DoubleVector.fromArray(DOUBLES, c0, i)))
          .add(DoubleVector.fromArray(DOUBLES, x1, i).mul(DoubleVector.fromArray(DOUBLES, c1, i)))
          .intoArray(x, i);
    }
    drive(x, drive, from, end);
  }

  /** A membrane on which up to four other states act. */
  private static void moveByFour(
      double[] x,
      double[] decay,
      Row row,
      NeuronBlock block,
      double @Nullable [] drive,
      int from,
      int end) {
    double[] x2 = RowVectors.source(row, block, 2);
    double[] x3 = RowVectors.source(row, block, 3);
    double[] c2 = factor(row, 2);
    double[] c3 = factor(row, 3);
    moveByTwo(x, decay, row, block, null, from, end);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .add(DoubleVector.fromArray(DOUBLES, x2, i).mul(DoubleVector.fromArray(DOUBLES, c2, i)))
          .add(DoubleVector.fromArray(DOUBLES, x3, i).mul(DoubleVector.fromArray(DOUBLES, c3, i)))
          .intoArray(x, i);
    }
    drive(x, drive, from, end);
  }

  private static void drive(double[] x, double @Nullable [] drive, int from, int end) {
    for (int i = from; drive != null && i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .add(DoubleVector.fromArray(DOUBLES, drive, i))
          .intoArray(x, i);
    }
  }

  private static void inject(
      double[] x, double[] current, Column constant, double[] factor, int from, int end) {
    double[] each = constant.values();
    int stride = constant.stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .add(
              DoubleVector.fromArray(DOUBLES, current, i)
                  .add(DoubleVector.fromArray(DOUBLES, each, i * stride))
                  .mul(DoubleVector.fromArray(DOUBLES, factor, i)))
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

  private static void receive(
      double[] x, double[] input, int offset, double[] jump, int from, int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .add(
              DoubleVector.fromArray(DOUBLES, input, offset + i)
                  .mul(DoubleVector.fromArray(DOUBLES, jump, i)))
          .intoArray(x, i);
    }
  }

  private static void bound(double[] x, double[] lowest, int from, int end) {
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .max(DoubleVector.fromArray(DOUBLES, lowest, i))
          .intoArray(x, i);
    }
  }
}
