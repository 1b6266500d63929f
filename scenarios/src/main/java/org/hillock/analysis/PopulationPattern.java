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
   * To where the spikes of neurons {@code from} to {@code to - 1} in a window point together, the
   * neurons lying on a circle in their order, the first at 0 (Georgopoulos et al. 1986, Science
   * 233:1416).
   *
   * @return from 0 to 360 [degrees]; not a number without spikes
   */
  public static double direction(Spikes spikes, int from, int to, TimeWindow window) {
    double[] sum = new double[2];
    PartOfSpikes.within(spikes, window)
        .forEach(
            (time, neuron) -> {
              if (neuron >= from && neuron < to) {
                double angle = 2 * Math.PI * (neuron - from) / (to - from);
                sum[0] += Math.cos(angle);
                sum[1] += Math.sin(angle);
              }
            });
    double degrees = Math.toDegrees(Math.atan2(sum[1], sum[0]));
    return sum[0] == 0 && sum[1] == 0 ? Double.NaN : (degrees + 360) % 360;
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
