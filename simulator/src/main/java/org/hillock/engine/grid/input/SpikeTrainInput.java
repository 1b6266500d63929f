package org.hillock.engine.grid.input;

import org.hillock.model.GridTime;
import org.hillock.model.NeuronBlock;
import org.hillock.network.SpikeTrains;

/** The same recorded spikes for all neurons of a range. */
final class SpikeTrainInput implements GridInput {

  private final SpikeTrains train;
  private final double stepMs;
  private final long delay;
  private final int first;
  private final NeuronBlock block;
  private final double[] weights;
  private final int[] receptors;

  /**
   * @param train one train, which is read in place
   * @param stepMs grid step [ms]
   * @param delay how much later each spike arrives [steps]
   * @param first first neuron of the block that receives them
   * @param block the block
   * @param weights weight for each neuron [mV or pA]
   * @param receptors receptor for each neuron
   */
  SpikeTrainInput(
      SpikeTrains train,
      double stepMs,
      long delay,
      int first,
      NeuronBlock block,
      double[] weights,
      int[] receptors) {
    this.train = train;
    this.stepMs = stepMs;
    this.delay = delay;
    this.first = first;
    this.block = block;
    this.weights = weights;
    this.receptors = receptors;
  }

  /** The first spike that does not arrive before a step. */
  private int firstFrom(long step) {
    int low = 0;
    int high = train.count(0);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (arrival(middle) < step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long arrival(int spike) {
    return GridTime.stepOf(train.time(0, spike), stepMs) + delay;
  }

  @Override
  public void addSpikes(long step, double[][] rows, int from, int to) {
    int begin = Math.max(from, first);
    int end = Math.min(to, first + weights.length);
    if (begin >= end) {
      return;
    }
    for (int at = firstFrom(step); at < train.count(0) && arrival(at) == step; at++) {
      for (int i = begin; i < end; i++) {
        rows[receptors[i - first]][block.inputOffset() + i] += weights[i - first];
      }
    }
  }
}
