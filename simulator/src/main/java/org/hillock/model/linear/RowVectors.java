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
 * long. Nor is there a choice in a loop, or an index that is not plainly i: its check would stay.
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
    if (end == from) {
      return end;
    }
    if (areTwoCurrents(rows, injected)) {
      if (rows[0].alike()) {
        AlikeRows.twoCurrents(rows, block, from, end);
      } else {
        DifferingRows.twoCurrents(rows, block, from, end);
      }
      return end;
    }
    for (Row row : rows) {
      advance(row, block, injected, from, end);
    }
    return end;
  }

  /**
   * Whether these are a membrane without a bound and two currents into it that decay and receive
   * spikes, the same for all neurons, which is the commonest neuron there is and has a loop of its
   * own.
   */
  private static boolean areTwoCurrents(Row[] rows, Injected injected) {
    if (rows.length != 3 || injected.ofEach() != null) {
      return false;
    }
    boolean are =
        rows[0].current() != null
            && rows[0].sources().length == 2
            && rows[0].sources()[0] == rows[1].state()
            && rows[0].sources()[1] == rows[2].state()
            && rows[0].receptors().length == 0
            && !rows[0].bounded();
    for (int i = 1; i < 3; i++) {
      are &=
          rows[i].current() == null
              && rows[i].sources().length == 0
              && rows[i].receptors().length == 1;
    }
    return are && rows[1].alike() && rows[2].alike();
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
