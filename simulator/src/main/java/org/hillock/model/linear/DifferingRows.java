package org.hillock.model.linear;

import static org.hillock.model.linear.RowVectors.DOUBLES;

import java.util.Objects;
import jdk.incubator.vector.DoubleVector;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;

/** The loops of {@link RowVectors} where numbers differ from neuron to neuron. */
final class DifferingRows {

  private DifferingRows() {}

  /** A state that decays and receives spikes. */
  static void decay(Row row, NeuronBlock block, double[] input, int from, int end) {
    double[] x = block.state(row.state());
    int offset = block.inputOffset();
    double[] decay = row.decay().values();
    int decayStride = row.decay().stride();
    double[] jump = row.jumps()[0].values();
    int jumpStride = row.jumps()[0].stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, decay, i * decayStride))
          .add(
              DoubleVector.fromArray(DOUBLES, input, offset + i)
                  .mul(DoubleVector.fromArray(DOUBLES, jump, i * jumpStride)))
          .intoArray(x, i);
    }
  }

  /** A state that decays and follows another. */
  static void follow(Row row, NeuronBlock block, int from, int end) {
    double[] x = block.state(row.state());
    double[] x0 = block.state(row.sources()[0]);
    double[] decay = row.decay().values();
    int decayStride = row.decay().stride();
    double[] c0 = row.factors()[0].values();
    int c0Stride = row.factors()[0].stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, decay, i * decayStride))
          .add(
              DoubleVector.fromArray(DOUBLES, x0, i)
                  .mul(DoubleVector.fromArray(DOUBLES, c0, i * c0Stride)))
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
    double[] decay = row.decay().values();
    int decayStride = row.decay().stride();
    double[] constant = injected.constant().values();
    int constantStride = injected.constant().stride();
    Column driven = Objects.requireNonNull(row.current());
    double[] factor = driven.values();
    int factorStride = driven.stride();
    double[] jump = row.jumps()[0].values();
    int jumpStride = row.jumps()[0].stride();
    double[] lowest = row.lowest().values();
    int lowestStride = row.lowest().stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, decay, i * decayStride))
          .add(
              DoubleVector.fromArray(DOUBLES, current, i * stride)
                  .add(DoubleVector.fromArray(DOUBLES, constant, i * constantStride))
                  .mul(DoubleVector.fromArray(DOUBLES, factor, i * factorStride)))
          .add(
              DoubleVector.fromArray(DOUBLES, input, offset + i)
                  .mul(DoubleVector.fromArray(DOUBLES, jump, i * jumpStride)))
          .max(DoubleVector.fromArray(DOUBLES, lowest, i * lowestStride))
          .intoArray(x, i);
    }
  }

  /** A membrane on which up to four other states act. */
  static void move(Row row, NeuronBlock block, Injected injected, int from, int end) {
    double[] x = block.state(row.state());
    double[] current = injected.injected();
    int stride = injected.stride();
    double[] decay = row.decay().values();
    int decayStride = row.decay().stride();
    double[] constant = injected.constant().values();
    int constantStride = injected.constant().stride();
    Column driven = Objects.requireNonNull(row.current());
    double[] factor = driven.values();
    int factorStride = driven.stride();
    double[] x0 = RowVectors.source(row, block, 0);
    double[] x1 = RowVectors.source(row, block, 1);
    double[] c0 = RowVectors.factor(row, 0).values();
    int c0Stride = RowVectors.factor(row, 0).stride();
    double[] c1 = RowVectors.factor(row, 1).values();
    int c1Stride = RowVectors.factor(row, 1).stride();
    if (row.sources().length <= 2) {
      for (int i = from; i < end; i += DOUBLES.length()) {
        DoubleVector.fromArray(DOUBLES, x, i)
            .mul(DoubleVector.fromArray(DOUBLES, decay, i * decayStride))
            .add(
                DoubleVector.fromArray(DOUBLES, x0, i)
                    .mul(DoubleVector.fromArray(DOUBLES, c0, i * c0Stride)))
            .add(
                DoubleVector.fromArray(DOUBLES, x1, i)
                    .mul(DoubleVector.fromArray(DOUBLES, c1, i * c1Stride)))
            .add(
                DoubleVector.fromArray(DOUBLES, current, i * stride)
                    .add(DoubleVector.fromArray(DOUBLES, constant, i * constantStride))
                    .mul(DoubleVector.fromArray(DOUBLES, factor, i * factorStride)))
            .intoArray(x, i);
      }
      return;
    }
    double[] x2 = RowVectors.source(row, block, 2);
    double[] x3 = RowVectors.source(row, block, 3);
    double[] c2 = RowVectors.factor(row, 2).values();
    int c2Stride = RowVectors.factor(row, 2).stride();
    double[] c3 = RowVectors.factor(row, 3).values();
    int c3Stride = RowVectors.factor(row, 3).stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, decay, i * decayStride))
          .add(
              DoubleVector.fromArray(DOUBLES, x0, i)
                  .mul(DoubleVector.fromArray(DOUBLES, c0, i * c0Stride)))
          .add(
              DoubleVector.fromArray(DOUBLES, x1, i)
                  .mul(DoubleVector.fromArray(DOUBLES, c1, i * c1Stride)))
          .add(
              DoubleVector.fromArray(DOUBLES, x2, i)
                  .mul(DoubleVector.fromArray(DOUBLES, c2, i * c2Stride)))
          .add(
              DoubleVector.fromArray(DOUBLES, x3, i)
                  .mul(DoubleVector.fromArray(DOUBLES, c3, i * c3Stride)))
          .add(
              DoubleVector.fromArray(DOUBLES, current, i * stride)
                  .add(DoubleVector.fromArray(DOUBLES, constant, i * constantStride))
                  .mul(DoubleVector.fromArray(DOUBLES, factor, i * factorStride)))
          .intoArray(x, i);
    }
  }
}
