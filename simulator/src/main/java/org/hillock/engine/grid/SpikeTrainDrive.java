package org.hillock.engine.grid;

import java.util.Arrays;

/** The same recorded spikes for all neurons of a range. */
final class SpikeTrainDrive implements Drive {

  private final long[] arrivals;
  private final int first;
  private final int inputOffset;
  private final double[] weights;
  private final int[] receptors;

  /**
   * @param arrivals step in which each spike arrives, ascending
   * @param first first neuron of the block that receives them
   * @param inputOffset where the block begins in the rows
   * @param weights weight for each neuron [mV or pA]
   * @param receptors receptor for each neuron
   */
  SpikeTrainDrive(long[] arrivals, int first, int inputOffset, double[] weights, int[] receptors) {
    this.arrivals = arrivals;
    this.first = first;
    this.inputOffset = inputOffset;
    this.weights = weights;
    this.receptors = receptors;
  }

  @Override
  public void addSpikes(long step, double[][] rows, int from, int to) {
    int at = Arrays.binarySearch(arrivals, step);
    if (at < 0) {
      return;
    }
    while (at > 0 && arrivals[at - 1] == step) {
      at--;
    }
    int begin = Math.max(from, first);
    int end = Math.min(to, first + weights.length);
    for (; at < arrivals.length && arrivals[at] == step; at++) {
      for (int i = begin; i < end; i++) {
        rows[receptors[i - first]][inputOffset + i] += weights[i - first];
      }
    }
  }
}
