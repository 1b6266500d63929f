package org.hillock.model.linear;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;

/**
 * {@link Row} by vectors, a neuron a lane, to the same bits.
 *
 * <p>No method that is called in a loop returns a vector. The compiler decides early, and once for
 * all, whether a call is frequent enough to be inlined; a vector that is returned from one that is
 * not is an object on the heap, and the kernel takes three times as long. For the same reason there
 * is no choice in a loop: what a row lacks is an array of zeros with a stride of 0.
 */
final class RowVectors {

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final Column NOTHING = Column.of(0);

  private RowVectors() {}

  /**
   * Advances as many neurons as fill whole vectors.
   *
   * @return one past the last of them
   */
  static int advance(Row[] rows, NeuronBlock block, Injected injected, int from, int to) {
    int end = from + DOUBLES.loopBound(to - from);
    if (end > from) {
      for (Row row : rows) {
        advance(row, block, injected, from, end);
      }
    }
    return end;
  }

  private static void advance(Row row, NeuronBlock block, Injected injected, int from, int end) {
    double[] x = block.state(row.state());
    int receptors = row.receptors().length;
    boolean hears = receptors > 0;
    double[] input = hears ? block.input(row.receptors()[0]) : NOTHING.values();
    int inputStride = hears ? 1 : 0;
    int offset = hears ? block.inputOffset() : 0;
    Column jump = hears ? row.jumps()[0] : NOTHING;
    int sources = row.sources().length;
    if (receptors > 1 || sources > 4) {
      row.advance(block, injected, from, end);
    } else if (row.current() == null && sources == 0) {
      decay(x, row.decay(), input, inputStride, offset, jump, from, end);
    } else {
      Column current = row.current() == null ? NOTHING : row.current();
      Terms terms = new Terms(x, row, current, injected, input, inputStride, offset, jump);
      if (sources == 0) {
        move(terms, from, end);
      } else if (sources <= 2) {
        double[][] of = padded(block, row, 2);
        Column[] by = paddedFactors(row, 2);
        move(terms, of[0], by[0], of[1], by[1], from, end);
      } else {
        move(terms, padded(block, row, 4), paddedFactors(row, 4), from, end);
      }
    }
  }

  private static double[][] padded(NeuronBlock block, Row row, int count) {
    double[][] of = new double[count][];
    Arrays.fill(of, block.state(row.state()));
    for (int k = 0; k < row.sources().length; k++) {
      of[k] = block.state(row.sources()[k]);
    }
    return of;
  }

  private static Column[] paddedFactors(Row row, int count) {
    Column[] by = new Column[count];
    Arrays.fill(by, NOTHING);
    System.arraycopy(row.factors(), 0, by, 0, row.factors().length);
    return by;
  }

  /** What every driven row has. */
  private record Terms(
      double[] x,
      Row row,
      Column current,
      Injected injected,
      double[] input,
      int inputStride,
      int offset,
      Column jump) {}

  private static void decay(
      double[] x,
      Column decay,
      double[] input,
      int inputStride,
      int offset,
      Column jump,
      int from,
      int end) {
    double[] d = decay.values();
    double[] j = jump.values();
    int dStride = decay.stride();
    int jStride = jump.stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, d, i * dStride))
          .add(
              DoubleVector.fromArray(DOUBLES, input, (offset + i) * inputStride)
                  .mul(DoubleVector.fromArray(DOUBLES, j, i * jStride)))
          .intoArray(x, i);
    }
  }

  private static void move(Terms terms, int from, int end) {
    double[] x = terms.x;
    double[] d = terms.row.decay().values();
    double[] f = terms.current.values();
    double[] in = terms.injected.injected();
    double[] constant = terms.injected.constant().values();
    double[] input = terms.input;
    double[] j = terms.jump.values();
    double[] low = terms.row.lowest().values();
    int dStride = terms.row.decay().stride();
    int fStride = terms.current.stride();
    int inStride = terms.injected.stride();
    int constantStride = terms.injected.constant().stride();
    int inputStride = terms.inputStride;
    int offset = terms.offset;
    int jStride = terms.jump.stride();
    int lowStride = terms.row.lowest().stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, d, i * dStride))
          .add(
              DoubleVector.fromArray(DOUBLES, in, i * inStride)
                  .add(DoubleVector.fromArray(DOUBLES, constant, i * constantStride))
                  .mul(DoubleVector.fromArray(DOUBLES, f, i * fStride)))
          .add(
              DoubleVector.fromArray(DOUBLES, input, (offset + i) * inputStride)
                  .mul(DoubleVector.fromArray(DOUBLES, j, i * jStride)))
          .max(DoubleVector.fromArray(DOUBLES, low, i * lowStride))
          .intoArray(x, i);
    }
  }

  private static void move(
      Terms terms, double[] x0, Column by0, double[] x1, Column by1, int from, int end) {
    double[] x = terms.x;
    double[] d = terms.row.decay().values();
    double[] c0 = by0.values();
    double[] c1 = by1.values();
    double[] f = terms.current.values();
    double[] in = terms.injected.injected();
    double[] constant = terms.injected.constant().values();
    double[] input = terms.input;
    double[] j = terms.jump.values();
    double[] low = terms.row.lowest().values();
    int dStride = terms.row.decay().stride();
    int c0Stride = by0.stride();
    int c1Stride = by1.stride();
    int fStride = terms.current.stride();
    int inStride = terms.injected.stride();
    int constantStride = terms.injected.constant().stride();
    int inputStride = terms.inputStride;
    int offset = terms.offset;
    int jStride = terms.jump.stride();
    int lowStride = terms.row.lowest().stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, d, i * dStride))
          .add(
              DoubleVector.fromArray(DOUBLES, x0, i)
                  .mul(DoubleVector.fromArray(DOUBLES, c0, i * c0Stride)))
          .add(
              DoubleVector.fromArray(DOUBLES, x1, i)
                  .mul(DoubleVector.fromArray(DOUBLES, c1, i * c1Stride)))
          .add(
              DoubleVector.fromArray(DOUBLES, in, i * inStride)
                  .add(DoubleVector.fromArray(DOUBLES, constant, i * constantStride))
                  .mul(DoubleVector.fromArray(DOUBLES, f, i * fStride)))
          .add(
              DoubleVector.fromArray(DOUBLES, input, (offset + i) * inputStride)
                  .mul(DoubleVector.fromArray(DOUBLES, j, i * jStride)))
          .max(DoubleVector.fromArray(DOUBLES, low, i * lowStride))
          .intoArray(x, i);
    }
  }

  private static void move(Terms terms, double[][] of, Column[] by, int from, int end) {
    double[] x = terms.x;
    double[] x0 = of[0];
    double[] x1 = of[1];
    double[] x2 = of[2];
    double[] x3 = of[3];
    double[] d = terms.row.decay().values();
    double[] c0 = by[0].values();
    double[] c1 = by[1].values();
    double[] c2 = by[2].values();
    double[] c3 = by[3].values();
    double[] f = terms.current.values();
    double[] in = terms.injected.injected();
    double[] constant = terms.injected.constant().values();
    double[] input = terms.input;
    double[] j = terms.jump.values();
    double[] low = terms.row.lowest().values();
    int dStride = terms.row.decay().stride();
    int c0Stride = by[0].stride();
    int c1Stride = by[1].stride();
    int c2Stride = by[2].stride();
    int c3Stride = by[3].stride();
    int fStride = terms.current.stride();
    int inStride = terms.injected.stride();
    int constantStride = terms.injected.constant().stride();
    int inputStride = terms.inputStride;
    int offset = terms.offset;
    int jStride = terms.jump.stride();
    int lowStride = terms.row.lowest().stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .mul(DoubleVector.fromArray(DOUBLES, d, i * dStride))
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
              DoubleVector.fromArray(DOUBLES, in, i * inStride)
                  .add(DoubleVector.fromArray(DOUBLES, constant, i * constantStride))
                  .mul(DoubleVector.fromArray(DOUBLES, f, i * fStride)))
          .add(
              DoubleVector.fromArray(DOUBLES, input, (offset + i) * inputStride)
                  .mul(DoubleVector.fromArray(DOUBLES, j, i * jStride)))
          .max(DoubleVector.fromArray(DOUBLES, low, i * lowStride))
          .intoArray(x, i);
    }
  }
}
