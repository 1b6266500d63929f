package org.hillock.analysis;

import java.util.Arrays;
import org.hillock.record.Spikes;

/**
 * How much successive intervals between spikes of a neuron differ, which slow changes of its rate
 * hardly touch, unlike the coefficient of variation; as in Elephant. A Poisson process has 1 of
 * either, a clock 0.
 */
public final class LocalVariation {

  private final double[] last;
  private final double[] interval;
  private final int[] pairs;
  private final double[] cv2;
  private final double[] lv;

  private LocalVariation(int neurons) {
    last = new double[neurons];
    interval = new double[neurons];
    pairs = new int[neurons];
    cv2 = new double[neurons];
    lv = new double[neurons];
    Arrays.fill(last, Double.NaN);
    Arrays.fill(interval, Double.NaN);
  }

  /**
   * Of some neurons.
   *
   * @param spikes in order of time
   * @param from first neuron
   * @param to one past the last neuron
   */
  public static LocalVariation of(Spikes spikes, int from, int to) {
    LocalVariation variation = new LocalVariation(Math.max(0, to - from));
    spikes.forEach(
        (time, neuron) -> {
          if (neuron >= from && neuron < to) {
            variation.spike(time, neuron - from);
          }
        });
    return variation;
  }

  private void spike(double time, int neuron) {
    double now = time - last[neuron];
    double before = interval[neuron];
    if (!Double.isNaN(before) && now + before > 0) {
      double ratio = Math.abs(now - before) / (now + before);
      cv2[neuron] += 2 * ratio;
      lv[neuron] += 3 * ratio * ratio;
      pairs[neuron]++;
    }
    last[neuron] = time;
    interval[neuron] = now;
  }

  /**
   * CV2 (Holt, Softky, Koch and Douglas 1996, J Neurophysiol 75:1806, eq. 2): the mean of 2 |I(i+1)
   * - I(i)| / (I(i+1) + I(i)), and then the mean over neurons with at least three intervals; NaN if
   * there is none.
   */
  public double meanCv2() {
    return mean(cv2);
  }

  /**
   * The local variation (Shinomoto, Shima and Tanji 2003, Neural Comput 15:2823, eq. 2.2): the mean
   * of 3 ((I(i) - I(i+1)) / (I(i) + I(i+1)))^2, and then the mean over neurons with at least three
   * intervals; NaN if there is none.
   */
  public double meanLv() {
    return mean(lv);
  }

  private double mean(double[] sums) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < sums.length; i++) {
      if (pairs[i] + 1 >= SpikeStatistics.LEAST_INTERVALS) {
        sum += sums[i] / pairs[i];
        n++;
      }
    }
    return sum / n;
  }
}
