package org.hillock.analysis;

import org.hillock.record.Spikes;
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

  /** So many spikes of both runs stand in memory at a time, if the first neuron has no more. */
  private static final long MOST_AT_ONCE = 8_000_000;

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
      int size, int[] neurons, Spikes a, Spikes b, TimeWindow window, ComparisonSettings settings) {
    return new Trains(size, neurons, PartOfSpikes.within(a, window), PartOfSpikes.within(b, window))
        .compare(window, settings);
  }

  /** The trains of both runs, of as many neurons at a time as memory is meant to hold. */
  private record Trains(int size, int[] neurons, Spikes a, Spikes b) {

    PopulationComparison compare(TimeWindow window, ComparisonSettings settings) {
      double[] victorPurpura = new double[neurons.length];
      double[] vanRossum = new double[neurons.length];
      NeuronDistributions.Builder ofA =
          new NeuronDistributions.Builder(neurons.length, window, settings.bin());
      NeuronDistributions.Builder ofB =
          new NeuronDistributions.Builder(neurons.length, window, settings.bin());
      Divergence first = null;
      int differing = 0;
      long spikesA = 0;
      long spikesB = 0;
      int[] counts = counts();
      for (int next = 0; next < neurons.length; ) {
        int end = end(next, counts);
        SpikeTrainIndex trainsA = SpikeTrainIndex.of(a, neurons[next], neurons[end - 1] + 1);
        SpikeTrainIndex trainsB = SpikeTrainIndex.of(b, neurons[next], neurons[end - 1] + 1);
        for (; next < end; next++) {
          double[] trainA = trainsA.train(neurons[next]);
          double[] trainB = trainsB.train(neurons[next]);
          spikesA += trainA.length;
          spikesB += trainB.length;
          ofA.add(trainA);
          ofB.add(trainB);
          victorPurpura[next] =
              SpikeTrainDistance.victorPurpura(trainA, trainB, 1 / settings.timeScale());
          vanRossum[next] = SpikeTrainDistance.vanRossum(trainA, trainB, settings.timeScale());
          Divergence here =
              Divergence.of(
                  a.population(), neurons[next], trainA, trainB, window, settings.tolerance());
          if (here != null) {
            differing++;
            first = first == null || Divergence.BY_TIME.compare(here, first) < 0 ? here : first;
          }
        }
      }
      return new PopulationComparison(
          a.population(),
          neurons.length,
          spikesA,
          spikesB,
          differing,
          Spread.of(victorPurpura),
          Spread.of(vanRossum),
          ofA.build(),
          ofB.build(),
          first);
    }

    /** Spikes of each neuron, in both runs. */
    private int[] counts() {
      int[] counts = new int[size];
      a.forEach((time, neuron) -> counts[neuron]++);
      b.forEach((time, neuron) -> counts[neuron]++);
      return counts;
    }

    /** One past the last neuron of those that are looked at together. */
    private int end(int from, int[] counts) {
      long spikes = 0;
      int next = from;
      int counted = neurons[from];
      while (next < neurons.length) {
        for (; counted <= neurons[next]; counted++) {
          spikes += counts[counted];
        }
        if (next > from && spikes > MOST_AT_ONCE) {
          break;
        }
        next++;
      }
      return next;
    }
  }
}
