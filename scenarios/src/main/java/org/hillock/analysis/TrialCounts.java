package org.hillock.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hillock.record.Spikes;

/**
 * How often each neuron fired in each of some trials, and what was shown in them.
 *
 * @param counts of each trial, one a neuron
 * @param classes of each trial: place of its label in {@code labels}
 * @param labels that there are, in the order of their texts
 */
public record TrialCounts(double[][] counts, int[] classes, List<String> labels) {

  /**
   * Counts.
   *
   * @param spikes in order of time
   * @param from first neuron
   * @param to one past the last neuron
   * @param trials ascending in time, none within another
   * @param labels all that there may be
   */
  public static TrialCounts of(
      Spikes spikes, int from, int to, List<LabelledTrial> trials, List<String> labels) {
    double[][] counts = new double[trials.size()][to - from];
    int[] at = {0};
    spikes.forEach(
        (time, neuron) -> {
          while (at[0] < trials.size() && time > end(trials.get(at[0]))) {
            at[0]++;
          }
          boolean mine = neuron >= from && neuron < to;
          if (mine && at[0] < trials.size() && time > begin(trials.get(at[0]))) {
            counts[at[0]][neuron - from]++;
          }
        });
    int[] classes = trials.stream().mapToInt(trial -> labels.indexOf(trial.label())).toArray();
    return new TrialCounts(counts, classes, labels);
  }

  private static double begin(LabelledTrial trial) {
    return trial.time().start() + TimeWindow.ROUNDING;
  }

  private static double end(LabelledTrial trial) {
    return trial.time().stop() + TimeWindow.ROUNDING;
  }

  /** The labels of some trials, in the order of their texts. */
  public static List<String> labels(List<LabelledTrial> trials) {
    TreeSet<String> labels = new TreeSet<>();
    trials.forEach(trial -> labels.add(trial.label()));
    return new ArrayList<>(labels);
  }

  /** Number of trials. */
  int size() {
    return classes.length;
  }

  /** Number of neurons. */
  int neurons() {
    return counts.length == 0 ? 0 : counts[0].length;
  }

  /** How many trials show each. */
  int[] perClass() {
    int[] trials = new int[labels.size()];
    for (int one : classes) {
      trials[one]++;
    }
    return trials;
  }

  /** The mean counts of each class: all 0 of one without trials. */
  double[][] means() {
    int[] trials = perClass();
    double[][] means = new double[labels.size()][neurons()];
    for (int trial = 0; trial < size(); trial++) {
      double[] mean = means[classes[trial]];
      for (int i = 0; i < mean.length; i++) {
        mean[i] += counts[trial][i];
      }
    }
    // Once, since whole numbers add up exactly: classes that answer alike are to be equal.
    for (int label = 0; label < means.length; label++) {
      for (int i = 0; i < means[label].length; i++) {
        means[label][i] /= Math.max(1, trials[label]);
      }
    }
    return means;
  }

  /** All trials but one. */
  TrialCounts without(int trial) {
    double[][] others = new double[size() - 1][];
    int[] their = new int[size() - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = counts[i < trial ? i : i + 1];
      their[i] = classes[i < trial ? i : i + 1];
    }
    return new TrialCounts(others, their, labels);
  }
}
