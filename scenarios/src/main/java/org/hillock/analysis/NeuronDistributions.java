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

  /** Puts distributions together, neuron by neuron. */
  static final class Builder {
    private final TimeWindow window;
    private final TimeBins bins;
    private final double[] rates;
    private final double[] variations;
    private final List<Counts> counts = new ArrayList<>();
    private int neurons;
    private int varying;

    /**
     * @param neurons how many there are
     * @param window the time that they cover
     * @param binMs width of the bins of correlations [ms]
     */
    Builder(int neurons, TimeWindow window, double binMs) {
      this.window = window;
      this.bins = TimeBins.within(window.start(), window.stop(), binMs);
      this.rates = new double[neurons];
      this.variations = new double[neurons];
    }

    /**
     * Adds the next neuron.
     *
     * @param train its spikes within the window
     */
    void add(double[] train) {
      rates[neurons++] = train.length / (window.duration() / 1000);
      double variation = SpikeStatistics.cvIsi(train);
      if (!Double.isNaN(variation)) {
        variations[varying++] = variation;
      }
      if (counts.size() < MOST_NEURONS) {
        addCounts(train);
      }
    }

    /**
     * As {@link SpikeStatistics#correlation} chooses: a neuron of constant count is passed over.
     */
    private void addCounts(double[] train) {
      int[] filled = new int[train.length];
      int[] own = new int[train.length];
      int n = 0;
      double total = 0;
      double squares = 0;
      for (int s = 0, run; s < train.length; s += run) {
        run = bins.sameBin(train, s);
        int bin = bins.index(train[s]);
        if (bins.contains(bin)) {
          filled[n] = bin;
          own[n++] = run;
          total += run;
          squares += (double) run * run;
        }
      }
      double mean = total / bins.number();
      double length = Math.sqrt(squares - total * mean);
      if (length > 1e-9 * total) {
        counts.add(new Counts(Arrays.copyOf(filled, n), Arrays.copyOf(own, n), mean, length));
      }
    }

    /** The distributions of all that were added. */
    NeuronDistributions build() {
      double[] varied = Arrays.copyOf(variations, varying);
      double[] correlated = correlations(counts, bins.number());
      Arrays.sort(rates);
      Arrays.sort(varied);
      Arrays.sort(correlated);
      return new NeuronDistributions(rates, varied, correlated);
    }
  }

  /** How many of the pairs have no neuron in common: half as many as there are neurons. */
  int disjointPairs() {
    double neurons = (1 + Math.sqrt(1 + 8.0 * correlations.length)) / 2; // n (n - 1) / 2 pairs
    return (int) Math.round(neurons) / 2;
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
