package org.hillock.engine.grid;

import java.util.Arrays;

/** The same recorded spikes for all neurons of a range. */
final class SpikeTrainDrive implements Drive {

  private final long[] arrivals;
  private final int offset;
  private final double[] weights;
  private final int[] receptors;

  /**
   * @param arrivals step in which each spike arrives, ascending
   * @param offset place of the first neuron in the rows
   * @param weights weight for each neuron [mV or pA]
   * @param receptors receptor for each neuron
   */
  SpikeTrainDrive(long[] arrivals, int offset, double[] weights, int[] receptors) {
    this.arrivals = arrivals;
    this.offset = offset;
    this.weights = weights;
    this.receptors = receptors;
  }

  @Override
  public void addSpikes(long step, double[][] rows) {
    int at = Arrays.binarySearch(arrivals, step);
    if (at < 0) {
      return;
    }
    while (at > 0 && arrivals[at - 1] == step) {
      at--;
    }
    for (; at < arrivals.length && arrivals[at] == step; at++) {
      for (int i = 0; i < weights.length; i++) {
        rows[receptors[i]][offset + i] += weights[i];
      }
    }
  }
}
