package org.hillock.analysis;

import org.hillock.record.Spikes;

/**
 * The usual measures of spiking activity.
 *
 * <p>Neurons are given as a range {@code from} to {@code to - 1}, since the silent neurons of a
 * population do not appear in a list of spikes. Standard deviations are those of a population (the
 * sum of squares is divided by n, not by n - 1), as NumPy's {@code std} and Elephant's {@code cv}
 * do by default. What is not defined is NaN.
 */
public final class SpikeStatistics {

  /** Fewest intervals from which the variation of a neuron enters a mean. */
  static final int LEAST_INTERVALS = 3;

  private SpikeStatistics() {}

  /**
   * Mean firing rate [Hz per neuron]; NaN for no neurons or no time.
   *
   * @param spikes the spikes of the recorded window
   * @param from first neuron
   * @param to one past the last neuron
   * @param durationMs length of the recorded window [ms]
   */
  public static double rate(Spikes spikes, int from, int to, double durationMs) {
    if (to <= from || !(durationMs > 0)) {
      return Double.NaN;
    }
    long count = PartOfSpikes.of(spikes, from, to).count();
    return 1000.0 * count / (durationMs * (to - from));
  }

  /**
   * Coefficient of variation of the intervals of one spike train: their standard deviation over
   * their mean; 0 for a clock, 1 for a long Poisson train, NaN for fewer than two intervals.
   *
   * @param train spike times, ascending [ms]
   */
  public static double cvIsi(double[] train) {
    int n = train.length - 1; // intervals
    if (n < 2) {
      return Double.NaN;
    }
    double mean = (train[n] - train[0]) / n;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double deviation = train[i + 1] - train[i] - mean;
      squares += deviation * deviation;
    }
    return Math.sqrt(squares / n) / mean;
  }

  /**
   * Mean of {@link #cvIsi} over the neurons that have at least 3 intervals (4 spikes), each neuron
   * with the same weight; NaN if there is none.
   *
   * @param spikes the spikes of the recorded window
   * @param from first neuron
   * @param to one past the last neuron
   */
  public static double meanCvIsi(Spikes spikes, int from, int to) {
    return IntervalCounter.of(spikes, from, to).meanCv();
  }

  /**
   * Mean interval between two spikes of the same neuron, over all intervals of all neurons of the
   * range [ms]; NaN if there is none.
   *
   * @param spikes the spikes of the recorded window
   * @param from first neuron
   * @param to one past the last neuron
   */
  public static double meanIsi(Spikes spikes, int from, int to) {
    return IntervalCounter.of(spikes, from, to).meanInterval();
  }

  /** All intervals between two spikes of the same neuron, neuron by neuron [ms]. */
  public static double[] intervals(Spikes spikes) {
    return SpikeTrainIndex.of(spikes).intervals();
  }

  /**
   * Synchrony of a population: the variance of its spike count in bins over the mean count (Potjans
   * and Diesmann 2014, Cereb. Cortex 24:785, with bins of 3 ms). Independent Poisson neurons give
   * 1. NaN without spikes or for a window shorter than a bin; a last bin that is cut short is left
   * out.
   *
   * @param spikes the spikes of the population
   * @param startMs where the window begins [ms]
   * @param stopMs where it ends [ms]
   * @param binMs width of a bin [ms]
   */
  public static double synchrony(Spikes spikes, double startMs, double stopMs, double binMs) {
    TimeBins bins = TimeBins.within(startMs, stopMs, binMs);
    int[] counts = bins.count(spikes);
    double mean = 0;
    for (int count : counts) {
      mean += count;
    }
    mean /= counts.length;
    double variance = 0;
    for (int count : counts) {
      variance += (count - mean) * (count - mean);
    }
    return variance / counts.length / mean;
  }

  /**
   * Mean correlation coefficient (Pearson) of the binned spike counts of all pairs among the first
   * {@code maxNeurons} neurons that fire in the window. A neuron with the same count in every bin
   * has no correlation with any other and is passed over. NaN for fewer than two neurons.
   *
   * <p>With z<sub>i</sub> the counts of neuron i, less their mean and scaled to length 1, r<sub>ij
   * </sub> = z<sub>i</sub> · z<sub>j</sub>. Hence |Σ z<sub>i</sub>|² = n + Σ<sub>i≠j</sub> r<sub>ij
   * </sub>, and the mean over n (n - 1) pairs needs only the sum of the vectors, not the pairs.
   *
   * @param spikes the spikes of the population
   * @param from first neuron
   * @param to one past the last neuron
   * @param startMs where the window begins [ms]
   * @param stopMs where it ends [ms]
   * @param binMs width of a bin [ms]
   * @param maxNeurons how many neurons to look at
   */
  public static double correlation(
      Spikes spikes,
      int from,
      int to,
      double startMs,
      double stopMs,
      double binMs,
      int maxNeurons) {
    TimeBins bins = TimeBins.within(startMs, stopMs, binMs);
    BinnedCounts counts = BinnedCounts.of(spikes, from, to, bins);
    double[] scale = new double[Math.max(0, to - from)]; // of the neurons that are looked at
    double offset = 0; // of the scaled means, the same for every bin
    int n = 0;
    for (int neuron = from; neuron < to && n < maxNeurons; neuron++) {
      double length = counts.length(neuron);
      if (length > 0) {
        scale[neuron - from] = 1 / length;
        offset += counts.mean(neuron) / length;
        n++;
      }
    }
    if (n < 2) {
      return Double.NaN;
    }
    double[] sum = counts.weighted(spikes, scale);
    double square = 0;
    for (double s : sum) {
      square += (s - offset) * (s - offset);
    }
    return (square - n) / ((double) n * (n - 1));
  }
}
