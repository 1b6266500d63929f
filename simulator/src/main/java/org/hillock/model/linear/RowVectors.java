package org.hillock.model.linear;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;

/**
 * {@link Row} by vectors, a neuron a lane, to the same bits: the commonest rows have loops of their
 * own, others are advanced one neuron after the other.
 *
 * <p>No method that is called in a loop returns a vector, here and in the loops. The compiler
 * decides early, and once for all, whether a call is frequent enough to be inlined; a vector that
 * is returned from one that is not is an object on the heap, and the kernel takes three times as
 * long. Nor is there a choice in a loop: where nothing is injected, an array of zeros is, with a
 * stride of 0.
 */
final class RowVectors {

  static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  private static final Column NOTHING = Column.of(0);

  private RowVectors() {}

  /**
   * Advances as many neurons as fill whole vectors.
   *
   * @return one past the last of them
   */
  static int advance(Row[] rows, NeuronBlock block, Injected injected, int from, int to) {
    int end = from + DOUBLES.loopBound(to - from);
    for (int i = 0; end > from && i < rows.length; i++) {
      advance(rows[i], block, injected, from, end);
    }
    return end;
  }

  private static void advance(Row row, NeuronBlock block, Injected injected, int from, int end) {
    int sources = row.sources().length;
    int inputs = row.receptors().length;
    boolean alike = row.alike() && injected.constant().stride() == 0;
    if (row.current() == null && sources == 0 && inputs == 1) {
      double[] input = block.input(row.receptors()[0]);
      if (alike) {
        AlikeRows.decay(row, block, input, from, end);
      } else {
        DifferingRows.decay(row, block, input, from, end);
      }
    } else if (row.current() == null && sources == 1 && inputs == 0) {
      if (alike) {
        AlikeRows.follow(row, block, from, end);
      } else {
        DifferingRows.follow(row, block, from, end);
      }
    } else if (row.current() != null && sources <= 4 && inputs <= 1) {
      driven(row, block, injected, alike, from, end);
    } else {
      row.advance(block, injected, from, end);
    }
  }

  private static void driven(
      Row row, NeuronBlock block, Injected injected, boolean alike, int from, int end) {
    boolean hears = row.receptors().length > 0;
    int sources = row.sources().length;
    if (hears && sources == 0) {
      double[] input = block.input(row.receptors()[0]);
      if (alike) {
        AlikeRows.jump(row, block, injected, input, from, end);
      } else {
        DifferingRows.jump(row, block, injected, input, from, end);
      }
    } else if (hears) {
      row.advance(block, injected, from, end);
    } else {
      if (alike) {
        AlikeRows.move(row, block, injected, from, end);
      } else {
        DifferingRows.move(row, block, injected, from, end);
      }
      if (row.bounded()) {
        bound(row, block, from, end);
      }
    }
  }

  /** The states that act on a row; where it has fewer, the row itself, with a factor of 0. */
  static double[] source(Row row, NeuronBlock block, int k) {
    return block.state(k < row.sources().length ? row.sources()[k] : row.state());
  }

  /** How much of them. */
  static Column factor(Row row, int k) {
    return k < row.factors().length ? row.factors()[k] : NOTHING;
  }

  private static void bound(Row row, NeuronBlock block, int from, int end) {
    double[] x = block.state(row.state());
    double[] lowest = row.lowest().values();
    int stride = row.lowest().stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, x, i)
          .max(DoubleVector.fromArray(DOUBLES, lowest, i * stride))
          .intoArray(x, i);
    }
  }
}
