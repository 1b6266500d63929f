package org.hillock.model.linear;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
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
 * long. Nor is there a choice in a loop, or an index that is not plainly i: its check would stay.
 */
final class RowVectors {

  static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** As many ints, and as many shorts, as there are doubles in a vector. */
  static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(
          int.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 2)));

  static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(
          short.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 4)));

  static final IntVector NO_INTS = IntVector.zero(INTS);

  private static final Column NOTHING = Column.of(0);

  private RowVectors() {}

  /**
   * Advances as many neurons as fill whole vectors.
   *
   * @return one past the last of them
   */
  static int advance(Row[] rows, NeuronBlock block, Injected injected, int from, int to) {
    int end = from + DOUBLES.loopBound(to - from);
    if (end == from) {
      return end;
    }
    for (Row row : rows) {
      advance(row, block, injected, from, end);
    }
    return end;
  }

  private static void advance(Row row, NeuronBlock block, Injected injected, int from, int end) {
    int sources = row.sources().length;
    int inputs = row.receptors().length;
    boolean driven = row.current() != null;
    if (sources > 4 || inputs > 1 || inputs == 1 && sources > 0 || !driven && sources > 1) {
      row.advance(block, injected, from, end);
    } else if (row.alike()) {
      AlikeRows.advance(row, block, injected, from, end);
    } else {
      DifferingRows.advance(row, block, injected, from, end);
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
}
