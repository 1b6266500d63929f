package org.hillock.analysis;

import java.util.BitSet;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.hillock.record.Spikes;

/** What a population answers as a whole: which of its neurons fire, and how much each. */
public final class PopulationPattern {

  private PopulationPattern() {}

  /** Which part of neurons {@code from} to {@code to - 1} fire at least once in a window. */
  public static double activePart(Spikes spikes, int from, int to, TimeWindow window) {
    BitSet fired = new BitSet();
    PartOfSpikes.within(spikes, window)
        .forEach(
            (time, neuron) -> {
              if (neuron >= from && neuron < to) {
                fired.set(neuron - from);
              }
            });
    return (double) fired.cardinality() / (to - from);
  }

  /**
   * The rate of each neuron [1/ms], the mean over some trials, which may differ in length.
   *
   * @param trials ascending in time, none within another
   */
  public static double[] rates(Spikes spikes, int from, int to, List<LabelledTrial> trials) {
    TrialCounts counts = TrialCounts.of(spikes, from, to, trials, List.of());
    double[] rates = new double[to - from];
    for (int trial = 0; trial < trials.size(); trial++) {
      double time = trials.get(trial).time().duration() * trials.size();
      for (int i = 0; i < rates.length; i++) {
        rates[i] += counts.counts()[trial][i] / time;
      }
    }
    return rates;
  }

  /**
   * Pearson's coefficient of two patterns, neuron by neuron: 1 of the same up to a factor and what
   * is common to all neurons; not a number where all neurons of one answer alike.
   */
  public static double correlation(double[] one, double[] other) {
    return one.length < 2 ? Double.NaN : new PearsonsCorrelation().correlation(one, other);
  }
}
