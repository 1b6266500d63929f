package org.hillock.analysis;

import java.util.Arrays;
import org.hillock.record.Spikes;

/**
 * Sums over the spike counts of single neurons in bins, without the counts themselves: those of the
 * present bin of each neuron are enough, since spikes come in order of time.
 */
final class BinnedCounts {

  /** Counts that differ by less from their mean are the same in all bins. */
  private static final double SAME = 1e-9;

  private final int from;
  private final TimeBins bins;
  private final int[] bin;
  private final int[] run;
  private final double[] total;
  private final double[] squares;

  private BinnedCounts(int from, int to, TimeBins bins) {
    int neurons = Math.max(0, to - from);
    this.from = from;
    this.bins = bins;
    this.bin = new int[neurons];
    this.run = new int[neurons];
    this.total = new double[neurons];
    this.squares = new double[neurons];
    Arrays.fill(bin, -1);
  }

  /** The counts of neurons {@code from} to {@code to - 1}. */
  static BinnedCounts of(Spikes spikes, int from, int to, TimeBins bins) {
    BinnedCounts counts = new BinnedCounts(from, to, bins);
    spikes.forEach(counts::spike);
    for (int i = 0; i < counts.bin.length; i++) {
      counts.endRun(i);
    }
    return counts;
  }

  private void spike(double time, int neuron) {
    int i = neuron - from;
    int own = bins.index(time);
    if (i < 0 || i >= bin.length || !bins.contains(own)) {
      return;
    }
    if (own != bin[i]) {
      endRun(i);
      bin[i] = own;
    }
    run[i]++;
  }

  private void endRun(int i) {
    total[i] += run[i];
    squares[i] += (double) run[i] * run[i];
    run[i] = 0;
  }

  /** The mean count of a neuron. */
  double mean(int neuron) {
    return total[neuron - from] / bins.number();
  }

  /** The length of the vector of its counts less their mean; 0 if all are the same. */
  double length(int neuron) {
    double sum = total[neuron - from];
    double length = Math.sqrt(squares[neuron - from] - sum * mean(neuron));
    return length > SAME * sum ? length : 0;
  }

  /** The sum in each bin of the counts of all neurons, each times a factor of its own. */
  double[] weighted(Spikes spikes, double[] factors) {
    double[] sum = new double[bins.number()];
    spikes.forEach(
        (time, neuron) -> {
          int i = neuron - from;
          int own = bins.index(time);
          if (i >= 0 && i < factors.length && bins.contains(own)) {
            sum[own] += factors[i];
          }
        });
    return sum;
  }
}
