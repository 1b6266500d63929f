package org.hillock.network;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Neurons sorted into equal cells of space, so that those near a place are found without looking at
 * all. Cells have the size of what is asked for, but there are no more of them than neurons.
 */
final class Neighbours {

  /** A part of a cell that only rounding makes. */
  private static final double HAIR = 1e-6;

  private final Positions positions;
  private final int first;

  /** Number of cells along each axis. */
  private final int[] cells;

  /** Where the first cell begins along each axis [mm]. */
  private final double[] low;

  /** How long a cell is along each axis [mm]. */
  private final double[] side;

  /** For each cell where its neurons begin, and the end of the last. */
  private final int[] start;

  /** Neurons by cell, ascending in each; counted from the beginning of the range. */
  private final int[] members;

  /**
   * @param positions of the population
   * @param range which of its neurons
   * @param mask by which neighbours will be asked for
   */
  Neighbours(Positions positions, NeuronRange range, Mask mask) {
    this.positions = positions;
    this.first = range.from();
    int dimensions = positions.dimensions();
    this.cells = new int[dimensions];
    this.low = new double[dimensions];
    this.side = new double[dimensions];
    int most = (int) Math.max(1, Math.pow(range.size(), 1.0 / dimensions));
    for (int axis = 0; axis < dimensions; axis++) {
      Extent period = positions.period();
      double begin = positions.low(axis, range.from(), range.to());
      double length = positions.high(axis, range.from(), range.to()) - begin;
      if (period != null) {
        begin = period.low(axis);
        length = period.length(axis);
      }
      Interval reach = mask.along(axis);
      double wanted = 4 * length / (reach.high() - reach.low());
      cells[axis] = (int) Math.max(1, Math.min(most, wanted));
      low[axis] = begin;
      side[axis] = length > 0 ? length / cells[axis] : 1;
    }
    int count = Arrays.stream(cells).reduce(1, Math::multiplyExact);
    this.start = new int[count + 1];
    this.members = new int[range.size()];
    for (int neuron = 0; neuron < members.length; neuron++) {
      start[cell(neuron) + 1]++;
    }
    for (int cell = 0; cell < count; cell++) {
      start[cell + 1] += start[cell];
    }
    int[] next = start.clone();
    for (int neuron = 0; neuron < members.length; neuron++) {
      members[next[cell(neuron)]++] = neuron;
    }
  }

  private int cell(int neuron) {
    int cell = 0;
    for (int axis = cells.length - 1; axis >= 0; axis--) {
      long along = index(axis, positions.coordinate(first + neuron, axis));
      cell = cell * cells[axis] + (int) Math.max(0, Math.min(cells[axis] - 1, along));
    }
    return cell;
  }

  private long index(int axis, double coordinate) {
    return (long) Math.floor((coordinate - low[axis]) / side[axis]);
  }

  /**
   * Calls for every neuron in a box, and for some around it, cell by cell, until one is refused.
   *
   * @param box between which coordinates [mm]; beyond periodic borders it goes on at the other side
   * @param visitor takes a neuron and says whether to go on
   */
  void visit(Interval[] box, IntPredicate visitor) {
    visit(box, cells.length - 1, 0, visitor);
  }

  private boolean visit(Interval[] box, int axis, int before, IntPredicate visitor) {
    if (axis < 0) {
      for (int i = start[before]; i < start[before + 1]; i++) {
        if (!visitor.test(members[i])) {
          return false;
        }
      }
      return true;
    }
    // A neuron on a periodic border is on both sides, so a bit more is looked at.
    long from = index(axis, box[axis].low() - HAIR * side[axis]);
    long to = index(axis, box[axis].high() + HAIR * side[axis]);
    int count = cells[axis];
    boolean round = positions.period() != null;
    if (!round || to - from >= count - 1) {
      from = round ? 0 : Math.max(0, Math.min(count - 1, from));
      to = round ? count - 1 : Math.max(0, Math.min(count - 1, to));
    }
    for (long cell = from; cell <= to; cell++) {
      if (!visit(box, axis - 1, before * count + Math.floorMod(cell, count), visitor)) {
        return false;
      }
    }
    return true;
  }
}
