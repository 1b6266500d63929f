package org.hillock.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the neurons of a population differ among themselves.
 *
 * @param rates firing rate of each neuron, silent ones included [Hz], ascending
 * @param variations coefficient of variation of the intervals of each neuron with at least 3
 *     spikes, ascending
 * @param correlations correlation coefficient of the binned counts of each pair among the first 100
 *     neurons that fire, ascending
 */
public record NeuronDistributions(double[] rates, double[] variations, double[] correlations) {

  /** 4950 pairs: their distribution is smooth, and they take no time. */
  static final int MOST_NEURONS = 100;

  /** A spike count in the bins where it is not zero. */
  private record Counts(int[] bins, int[] counts, double mean, double length) {}

  /**
   * Of some neurons of a population.
   *
   * @param trains their spikes within the window
   * @param neurons which neurons, ascending
   * @param window the time that they cover
   * @param binMs width of the bins of correlations [ms]
   */
  public static NeuronDistributions of(
      SpikeTrainIndex trains, int[] neurons, TimeWindow window, double binMs) {
    double seconds = window.duration() / 1000;
    double[] rates =
        Arrays.stream(neurons).mapToDouble(neuron -> trains.count(neuron) / seconds).toArray();
    double[] variations =
        Arrays.stream(neurons)
            .mapToDouble(neuron -> SpikeStatistics.cvIsi(trains.train(neuron)))
            .filter(cv -> !Double.isNaN(cv))
            .toArray();
    TimeBins bins = TimeBins.within(window.start(), window.stop(), binMs);
    double[] correlations = correlations(counts(trains, neurons, bins), bins.number());
    Arrays.sort(rates);
    Arrays.sort(variations);
    Arrays.sort(correlations);
    return new NeuronDistributions(rates, variations, correlations);
  }

  /** How many of the pairs have no neuron in common: half as many as there are neurons. */
  int disjointPairs() {
    double neurons = (1 + Math.sqrt(1 + 8.0 * correlations.length)) / 2; // n (n - 1) / 2 pairs
    return (int) Math.round(neurons) / 2;
  }

  /** As {@link SpikeStatistics#correlation} chooses: a neuron of constant count is passed over. */
  private static List<Counts> counts(SpikeTrainIndex trains, int[] neurons, TimeBins bins) {
    List<Counts> all = new ArrayList<>();
    for (int neuron : neurons) {
      if (all.size() == MOST_NEURONS) {
        break;
      }
      double[] train = trains.train(neuron);
      int[] filled = new int[train.length];
      int[] counts = new int[train.length];
      int n = 0;
      double total = 0;
      double squares = 0;
      for (int s = 0, run; s < train.length; s += run) {
        run = bins.sameBin(train, s);
        int bin = bins.index(train[s]);
        if (bins.contains(bin)) {
          filled[n] = bin;
          counts[n++] = run;
          total += run;
          squares += (double) run * run;
        }
      }
      double mean = total / bins.number();
      double length = Math.sqrt(squares - total * mean);
      if (length > 1e-9 * total) {
        all.add(new Counts(Arrays.copyOf(filled, n), Arrays.copyOf(counts, n), mean, length));
      }
    }
    return all;
  }

  private static double[] correlations(List<Counts> all, int bins) {
    int n = all.size();
    double[] correlations = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 1; i < n; i++) {
      for (int j = 0; j < i; j++) {
        Counts a = all.get(i);
        Counts b = all.get(j);
        double covariance = product(a, b) - bins * a.mean() * b.mean();
        correlations[next++] = covariance / (a.length() * b.length());
      }
    }
    return correlations;
  }

  /** Sum over all bins of the product of the counts. */
  private static double product(Counts a, Counts b) {
    double sum = 0;
    for (int i = 0, j = 0; i < a.bins().length && j < b.bins().length; ) {
      int binA = a.bins()[i];
      int binB = b.bins()[j];
      if (binA == binB) {
        sum += (double) a.counts()[i] * b.counts()[j];
      }
      i += binA <= binB ? 1 : 0;
      j += binB <= binA ? 1 : 0;
    }
    return sum;
  }
}
