package org.hillock.analysis;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.hillock.record.Spikes;

/**
 * Whether neurons fire one after the other: Spearman's rank correlation of their number and the
 * time of their first spike. 1 for a sequence, -1 for one backwards, 0 on average for none; neurons
 * that are silent are left out, those that fire at once share a rank.
 */
public final class SpikeOrder {

  private SpikeOrder() {}

  /** Of neurons {@code from} to {@code to - 1} in a window; NaN of fewer than three that fire. */
  public static double correlation(Spikes spikes, int from, int to, TimeWindow window) {
    double[] first = new double[Math.max(0, to - from)];
    Arrays.fill(first, Double.NaN);
    PartOfSpikes.within(spikes, window)
        .forEach(
            (time, neuron) -> {
              if (neuron >= from && neuron < to && Double.isNaN(first[neuron - from])) {
                first[neuron - from] = time;
              }
            });
    double[] times = Arrays.stream(first).filter(time -> !Double.isNaN(time)).toArray();
    double[] numbers = new double[times.length]; // ranks are enough
    Arrays.setAll(numbers, i -> i);
    return times.length < 3 ? Double.NaN : new SpearmansCorrelation().correlation(numbers, times);
  }
}
