package org.hillock.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How differently neurons answer to what is shown, from their mean counts or rates under each
 * label; the mean over the neurons that fire at all. There may be more trials of one label than of
 * another.
 */
public final class Tuning {

  /** A hyphen after a letter or a digit is none of a negative number. */
  private static final Pattern ANGLE =
      Pattern.compile("((?:(?<![A-Za-z0-9.])-)?\\d+(?:\\.\\d+)?)\\D*$");

  private Tuning() {}

  /**
   * Lifetime sparseness: {@code (1 - (sum r/n)^2 / (sum r^2/n)) / (1 - 1/n)} of the mean answers r
   * to n labels (Vinje and Gallant 2000, Science 287:1273, after Rolls and Tovee 1995, J
   * Neurophysiol 73:713): 0 for the same answer to all, 1 for an answer to one. Not a number for
   * fewer than two labels.
   */
  public static double sparseness(TrialCounts trials) {
    double[][] means = trials.means();
    double sum = 0;
    int n = 0;
    for (int neuron = 0; neuron < trials.neurons(); neuron++) {
      double total = 0;
      double squares = 0;
      for (double[] mean : means) {
        total += mean[neuron];
        squares += mean[neuron] * mean[neuron];
      }
      if (total > 0) {
        int labels = means.length;
        sum += (1 - total * total / labels / squares) / (1 - 1.0 / labels);
        n++;
      }
    }
    return trials.labels().size() < 2 ? Double.NaN : sum / n;
  }

  /**
   * One less the circular variance: {@code |sum r exp(i k theta)| / sum r} of the mean answers r to
   * angles theta (Ringach, Shapley and Hawken 2002, J Neurosci 22:5639, eq. 1): 0 for the same
   * answer to all of equally spaced angles, 1 for an answer to one. Labels without an angle are
   * left out.
   *
   * @param cycles k: 2 of orientations, which are the same after half a turn, 1 of directions
   */
  public static double angular(TrialCounts trials, int cycles) {
    double[][] means = trials.means();
    double sum = 0;
    int n = 0;
    for (int neuron = 0; neuron < trials.neurons(); neuron++) {
      double total = 0;
      double along = 0;
      double across = 0;
      for (int label = 0; label < means.length; label++) {
        double angle = cycles * Math.toRadians(angle(trials.labels().get(label)));
        if (!Double.isNaN(angle)) {
          total += means[label][neuron];
          along += means[label][neuron] * Math.cos(angle);
          across += means[label][neuron] * Math.sin(angle);
        }
      }
      if (total > 0) {
        sum += Math.hypot(along, across) / total;
        n++;
      }
    }
    return sum / n;
  }

  /** The number that a label ends with, such as the degrees of {@code bar_45}, or NaN. */
  public static double angle(String label) {
    Matcher number = ANGLE.matcher(label);
    return number.find() ? Double.parseDouble(number.group(1)) : Double.NaN;
  }
}
