package org.hillock.analysis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One population in two runs.
 *
 * @param population its name
 * @param neurons how many neurons were recorded in both runs
 * @param spikesA their spikes in the first run
 * @param spikesB their spikes in the second run
 * @param differing neurons with a spike that is not the same in both runs, see {@link Divergence}
 * @param victorPurpura distances of the neurons' trains after Victor and Purpura
 * @param vanRossum distances of the neurons' trains after van Rossum
 * @param a how the neurons differ in the first run
 * @param b how the neurons differ in the second run
 * @param first where the runs part, the earliest of all neurons; null if they do not
 */
public record PopulationComparison(
    String population,
    int neurons,
    long spikesA,
    long spikesB,
    int differing,
    Spread victorPurpura,
    Spread vanRossum,
    NeuronDistributions a,
    NeuronDistributions b,
    @Nullable Divergence first) {

  /** Whether the firing rates of neurons have the same distribution. */
  public KolmogorovSmirnov rates() {
    return KolmogorovSmirnov.of(a.rates(), b.rates());
  }

  /** Whether the variation of intervals has the same distribution. */
  public KolmogorovSmirnov variations() {
    return KolmogorovSmirnov.of(a.variations(), b.variations());
  }

  /**
   * Whether correlations have the same distribution. Pairs that share a neuron are not independent:
   * of n neurons only n / 2 pairs are disjoint. What bounds the tail of a mean over n / 2
   * independent pairs also bounds that over all pairs (Hoeffding 1963, J. Am. Stat. Assoc. 58:13,
   * section 5), so p is taken as for n / 2. It errs to the large side.
   */
  public KolmogorovSmirnov correlations() {
    return KolmogorovSmirnov.of(
        a.correlations(), b.correlations(), a.disjointPairs(), b.disjointPairs());
  }

  /** Compares the trains of the same neurons, all within one window. */
  static PopulationComparison of(
      String population,
      int[] neurons,
      SpikeTrainIndex a,
      SpikeTrainIndex b,
      TimeWindow window,
      ComparisonSettings settings) {
    double[] victorPurpura = new double[neurons.length];
    double[] vanRossum = new double[neurons.length];
    Divergence first = null;
    int differing = 0;
    for (int i = 0; i < neurons.length; i++) {
      double[] trainA = a.train(neurons[i]);
      double[] trainB = b.train(neurons[i]);
      victorPurpura[i] = SpikeTrainDistance.victorPurpura(trainA, trainB, 1 / settings.timeScale());
      vanRossum[i] = SpikeTrainDistance.vanRossum(trainA, trainB, settings.timeScale());
      Divergence here =
          Divergence.of(population, neurons[i], trainA, trainB, window, settings.tolerance());
      if (here != null) {
        differing++;
        first = first == null || Divergence.BY_TIME.compare(here, first) < 0 ? here : first;
      }
    }
    return new PopulationComparison(
        population,
        neurons.length,
        Arrays.stream(neurons).mapToLong(a::count).sum(),
        Arrays.stream(neurons).mapToLong(b::count).sum(),
        differing,
        Spread.of(victorPurpura),
        Spread.of(vanRossum),
        NeuronDistributions.of(a, neurons, window, settings.bin()),
        NeuronDistributions.of(b, neurons, window, settings.bin()),
        first);
  }
}
