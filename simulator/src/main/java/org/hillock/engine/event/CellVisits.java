package org.hillock.engine.event;

import java.util.Arrays;
import org.hillock.model.CellInputs;
import org.hillock.model.CellKernel;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.SpikeTimes;

/**
 * Visits of neurons of which inputs are summed in no order, cell by cell of a window ({@link
 * CellKernel}). What a spike leaves behind is computed once for all neurons that are told of it.
 *
 * <p>Whether a visit goes this way depends on what arrives at the neuron alone, and the sums are
 * taken in an order that does not depend on partitions. Not thread-safe.
 */
final class CellVisits implements CellInputs {

  private static final int SUMS = CellKernel.SUMS;

  /** With fewer inputs a cell they are taken one by one. */
  private static final int FEW = 2;

  private static final int CHUNK = CellChunk.MOST;

  private final CellKernel kernel;
  private final EventInputs outside;
  private final Inbox inbox;
  private final double width;
  private final int cells;
  private final double[] bounds;
  private final double[] sums;

  /** In place of a cell: an arrival for one neuron, which comes to its other inputs. */
  private static final byte OF_ONE = -1;

  /** Of every arrival for many neurons, by its number, the cell and the effects. */
  private byte[] cellOf = new byte[CHUNK];

  private final double[][] effects = new double[SUMS][CHUNK];
  private int known;
  private final int[] numbers = new int[CHUNK];
  private final byte[] cellOfSome = new byte[CHUNK];

  /** What comes from outside, or for the neuron alone, and in which cells. */
  private final InputList extra = new InputList();

  private byte[] cellOfExtra = new byte[CHUNK];
  private final CellChunk chunk;
  private int told;
  private int fromOutside;
  private final InputList some = new InputList();
  private final InputOrder order = new InputOrder();

  /**
   * @param kernel of all neurons of the group
   * @param outside what reaches them from outside
   * @param inbox what they are told of
   * @param width length of a window [ms]
   */
  CellVisits(CellKernel kernel, EventInputs outside, Inbox inbox, double width) {
    this.kernel = kernel;
    this.outside = outside;
    this.inbox = inbox;
    this.width = width;
    this.cells = kernel.cells();
    this.chunk = new CellChunk(kernel, width);
    this.bounds = new double[cells + 1];
    this.sums = new double[SUMS * cells];
  }

  /** Begins a window, when none of its arrivals is known. */
  void begin(long window) {
    double begin = window * width;
    for (int i = 0; i < cells; i++) {
      bounds[i] = begin + i * (width / cells);
    }
    bounds[cells] = (window + 1) * width;
    known = 0;
  }

  /** Takes note of the arrivals that have been added since. */
  void knowArrivals() {
    int arrivals = inbox.arrivals();
    some.clear();
    if (cellOf.length < arrivals) {
      cellOf = Arrays.copyOf(cellOf, Math.max(arrivals, 2 * cellOf.length));
    }
    int count = 0;
    for (int arrival = known; arrival < arrivals; arrival++) {
      cellOf[arrival] = OF_ONE;
      if (inbox.shared(arrival)) {
        some.add(inbox.times()[arrival], inbox.weights()[arrival], 0);
        numbers[count++] = arrival;
      }
      if (count == CHUNK) {
        know(count);
        count = 0;
      }
    }
    know(count);
    known = arrivals;
  }

  /** Keeps what some arrivals leave behind. */
  private void know(int count) {
    if (count > 0 && effects[0].length <= numbers[count - 1]) {
      int capacity = Math.max(numbers[count - 1] + 1, 2 * effects[0].length);
      for (int sum = 0; sum < SUMS; sum++) {
        effects[sum] = Arrays.copyOf(effects[sum], capacity);
      }
    }
    chunk.place(some.times(), some.weights(), 0, count, bounds[0]);
    chunk.cells(cellOfSome, 0, count);
    for (int i = 0; i < count; i++) {
      cellOf[numbers[i]] = cellOfSome[i];
      for (int sum = 0; sum < SUMS; sum++) {
        effects[sum][numbers[i]] = chunk.effects()[sum][i];
      }
    }
    some.clear();
  }

  /**
   * Takes a neuron through the window.
   *
   * @param count how many arrivals it was told of, the first of {@link Inbox#told}
   * @param inOrder takes the neuron through few inputs
   * @return as {@link EventKernel#advance}
   */
  double visit(EventBlock block, int neuron, int count, EventKernel inOrder, SpikeTimes spikes) {
    double until = bounds[cells];
    told = count;
    extra.clear();
    outside.appendArrivals(neuron, bounds[0], until, extra);
    fromOutside = extra.size();
    if (told + fromOutside < FEW * cells) {
      return inOrder.advance(block, neuron, all(), 0, until, spikes);
    }
    Arrays.fill(sums, 0);
    sumTold();
    sumExtra();
    return kernel.advance(block, neuron, this, spikes);
  }

  /**
   * Sums what arrives for many neurons; what is for this one alone comes to its other inputs.
   * Arrivals are told in order of time, or nearly, so that a sum is mostly that of a run.
   */
  private void sumTold() {
    int[] all = inbox.told();
    double[] potentials = effects[0];
    double[] firsts = effects[1];
    double[] seconds = effects[2];
    int i = 0;
    while (i < told) {
      int cell = cellOf[all[i]];
      if (cell == OF_ONE) {
        int own = all[i++];
        extra.add(inbox.times()[own], inbox.weights()[own], 0);
        continue;
      }
      double potential = 0;
      double first = 0;
      double second = 0;
      while (i < told && cellOf[all[i]] == cell) {
        int number = all[i++];
        potential += potentials[number];
        first += firsts[number];
        second += seconds[number];
      }
      add(cell, potential, first, second);
    }
  }

  private void sumExtra() {
    int count = extra.size();
    if (cellOfExtra.length < count) {
      cellOfExtra = new byte[2 * count];
    }
    double[][] found = chunk.effects();
    for (int first = 0; first < count; first += CHUNK) {
      int size = Math.min(CHUNK, count - first);
      chunk.place(extra.times(), extra.weights(), first, size, bounds[0]);
      chunk.cells(cellOfExtra, first, size);
      for (int i = 0; i < size; i++) {
        add(cellOfExtra[first + i], found[0][i], found[1][i], found[2][i]);
      }
    }
  }

  private void add(int cell, double potential, double first, double second) {
    int at = SUMS * cell;
    sums[at] += potential;
    sums[at + 1] += first;
    sums[at + 2] += second;
  }

  @Override
  public double[] bounds() {
    return bounds;
  }

  @Override
  public double[] sums() {
    return sums;
  }

  /** All inputs of the neuron that is visited, ascending in time. */
  InputList all() {
    some.clear();
    for (int i = 0; i < told; i++) {
      add(inbox.told()[i], 0);
    }
    for (int i = 0; i < fromOutside; i++) {
      some.add(extra.times()[i], extra.weights()[i], 0);
    }
    return inOrder();
  }

  @Override
  public InputList ordered(int cell) {
    double begin = bounds[cell];
    some.clear();
    for (int i = 0; i < told; i++) {
      if (cellOf[inbox.told()[i]] == cell) {
        add(inbox.told()[i], begin);
      }
    }
    for (int i = 0; i < extra.size(); i++) {
      if (cellOfExtra[i] == cell) {
        some.add(Math.max(begin, extra.times()[i]), extra.weights()[i], 0);
      }
    }
    return inOrder();
  }

  /** An arrival that rounding puts before its cell arrives at the beginning of it. */
  private void add(int arrival, double begin) {
    some.add(Math.max(begin, inbox.times()[arrival]), inbox.weights()[arrival], 0);
  }

  private InputList inOrder() {
    InputList ordered = order.of(some);
    InputOrder.joinMoments(ordered);
    return ordered;
  }
}
