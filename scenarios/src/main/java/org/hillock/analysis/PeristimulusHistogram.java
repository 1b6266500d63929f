package org.hillock.analysis;

import java.util.List;
import org.hillock.record.Spikes;

/**
 * Rates over the time since trials began (Gerstein and Kiang 1960, Biophys J 1:15; Elephant's
 * {@code time_histogram} of aligned trials, as a rate).
 *
 * @param bins of the time since a trial began [ms]
 * @param mean over trials, per neuron [Hz]
 * @param deviation from trial to trial, standard, divided by the number of trials [Hz]
 * @param trials how many
 */
public record PeristimulusHistogram(TimeBins bins, double[] mean, double[] deviation, int trials) {

  /**
   * Counts.
   *
   * @param spikes in order of time
   * @param from first neuron
   * @param to one past the last neuron
   * @param trials ascending in time, none within another
   * @param bins of the time since a trial began; only those before its end count
   */
  public static PeristimulusHistogram of(
      Spikes spikes, int from, int to, List<TimeWindow> trials, TimeBins bins) {
    int[][] counts = new int[trials.size()][bins.number()];
    int[] at = {0};
    spikes.forEach(
        (time, neuron) -> {
          while (at[0] < trials.size() && time > trials.get(at[0]).stop() + TimeWindow.ROUNDING) {
            at[0]++;
          }
          if (at[0] < trials.size() && neuron >= from && neuron < to) {
            int bin = bins.index(time - trials.get(at[0]).start());
            if (bins.contains(bin)) {
              counts[at[0]][bin]++;
            }
          }
        });
    double factor = 1000 / (bins.width() * Math.max(1, to - from));
    double[] mean = new double[bins.number()];
    double[] deviation = new double[bins.number()];
    for (int bin = 0; bin < mean.length; bin++) {
      double sum = 0;
      double squares = 0;
      for (int[] trial : counts) {
        sum += trial[bin];
        squares += (double) trial[bin] * trial[bin];
      }
      double average = sum / trials.size();
      mean[bin] = factor * average;
      deviation[bin] = factor * Math.sqrt(Math.max(0, squares / trials.size() - average * average));
    }
    return new PeristimulusHistogram(bins, mean, deviation, trials.size());
  }
}
