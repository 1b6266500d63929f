package org.hillock.engine.grid;

import java.util.Arrays;
import org.hillock.engine.grid.table.Arrivals;
import org.hillock.engine.grid.table.InputRows;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Quiescence;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;

/**
 * Neurons of a group that are visited only when there is a reason: a spike has arrived, or they may
 * fire without one. All others are silent for certain until their next input, and are then brought
 * up to date at once.
 *
 * <p>Who is visited depends on the neuron alone, never on its neighbours, so results do not depend
 * on partitions.
 */
final class SparseGroup {

  /** So many neurons are touched before they are visited, for the same reason as synapses are. */
  private static final int BATCH = 16;

  private final NeuronBlock block;
  private final NeuronKernel kernel;
  private final Quiescence quiescence;
  private final InputRows.OfPopulation rows;
  private final double[][] chunk;
  private final int offset;

  /** The step that each neuron has reached. */
  private final int[] reached;

  /** Neurons to visit in the next step whatever arrives, ascending. */
  private int[] restless;

  private int restlessCount;
  private int[] next = new int[64];
  private int nextCount;
  private final double[] kept;

  /** Sum of what was touched; kept so that the reads are not optimised away. */
  private double touched;

  /**
   * @param block the neurons
   * @param kernel advances them
   * @param quiescence how they go on without input
   * @param rows what reaches the population through synapses
   * @param chunk where inputs are summed
   * @param offset where the group begins in the partition
   */
  SparseGroup(
      NeuronBlock block,
      NeuronKernel kernel,
      Quiescence quiescence,
      InputRows.OfPopulation rows,
      double[][] chunk,
      int offset) {
    this.block = block;
    this.kernel = kernel;
    this.quiescence = quiescence;
    this.rows = rows;
    this.chunk = chunk;
    this.offset = offset;
    this.reached = new int[block.size()];
    this.restless = new int[64];
    this.kept = new double[block.stateArrays()];
  }

  /** Takes over neurons that have all reached a step. */
  void begin(long step) {
    Arrays.fill(reached, (int) step);
    findRestless();
  }

  private void findRestless() {
    restlessCount = 0;
    for (int i = 0; i < block.size(); i++) {
      if (!quiescence.silent(block, i)) {
        restless = added(restless, restlessCount++, i);
      }
    }
  }

  /** Brings all neurons to a step. */
  void end(long step) {
    for (int i = 0; i < block.size(); i++) {
      bring(i, step);
    }
  }

  /**
   * Advances those neurons by a step for which there is a reason, and clears their input.
   *
   * @param step the step
   * @param arrivals who has received a spike, in order
   * @param sink is told who fires, ascending
   * @return number of neurons visited
   */
  int update(long step, Arrivals arrivals, SpikeSink sink) {
    int end = offset + block.size();
    int place = arrivals.firstFrom(offset);
    int waiting = 0;
    int visited = 0;
    nextCount = 0;
    int touchedTo = place;
    while (true) {
      if (place == touchedTo) {
        touchedTo = touch(arrivals, place, end);
      }
      int arrived = arrivals.neuron(place);
      int own = waiting < restlessCount ? restless[waiting] + offset : Integer.MAX_VALUE;
      int neuron = Math.min(arrived, own);
      if (neuron >= end) {
        break;
      }
      place += neuron == arrived ? 1 : 0;
      waiting += neuron == own ? 1 : 0;
      visit(neuron - offset, step, sink);
      visited++;
    }
    int[] old = restless;
    restless = next;
    restlessCount = nextCount;
    next = old;
    return visited;
  }

  /** Reads something of each cache line of the neurons that come next. */
  private int touch(Arrivals arrivals, int from, int end) {
    int place = from;
    for (; place < from + BATCH && arrivals.neuron(place) < end; place++) {
      int neuron = arrivals.neuron(place) - offset;
      double sum = reached[neuron];
      for (int i = 0; i < block.stateArrays(); i++) {
        sum += block.state(i)[neuron];
      }
      touched += sum + rows.touch(arrivals.neuron(place));
    }
    return place;
  }

  private void visit(int neuron, long step, SpikeSink sink) {
    bring(neuron, step - 1);
    rows.take(offset + neuron, chunk);
    block.inputFrom(neuron);
    kernel.visit(block, neuron, step, sink);
    reached[neuron] = (int) step;
    if (!quiescence.silent(block, neuron)) {
      next = added(next, nextCount++, neuron);
    }
  }

  private void bring(int neuron, long step) {
    if (reached[neuron] < step) {
      quiescence.advance(block, neuron, reached[neuron], step);
      reached[neuron] = (int) step;
    }
  }

  /** The value of a state variable in a step, without bringing the neuron there. */
  double read(int variable, int neuron, long step) {
    for (int i = 0; i < kept.length; i++) {
      kept[i] = block.state(i)[neuron];
    }
    if (reached[neuron] < step) {
      quiescence.advance(block, neuron, reached[neuron], step);
    }
    double value = kernel.read(block, variable, neuron);
    for (int i = 0; i < kept.length; i++) {
      block.state(i)[neuron] = kept[i];
    }
    return value;
  }

  /** Carries which step a neuron has reached. */
  void carry(int neuron, StateCarrier carrier) {
    reached[neuron] = carrier.carry(reached[neuron]);
  }

  /** Takes note that a neuron has been brought to a step otherwise. */
  void reach(int neuron, long step) {
    reached[neuron] = (int) step;
  }

  /** When all neurons have been restored: finds again who is restless. */
  void restored() {
    findRestless();
  }

  private static int[] added(int[] list, int count, int neuron) {
    int[] room = count == list.length ? Arrays.copyOf(list, count * 2) : list;
    room[count] = neuron;
    return room;
  }
}
