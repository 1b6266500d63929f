package org.hillock.analysis;

import java.util.Arrays;
import java.util.function.Function;

/** Says from the spike counts of a trial what was shown in it. */
@FunctionalInterface
public interface ReadOut {

  /**
   * Tells the class.
   *
   * @param counts of each neuron
   * @return its place among the labels
   */
  int classOf(double[] counts);

  /** Those that there are: each learns from trials. */
  enum Kind {
    /** The class whose mean counts are nearest. */
    NEAREST_CENTROID(ReadOut::nearestCentroid),
    /** A vote of neurons, each for the class to which it answered most (Diehl and Cook 2015). */
    VOTE(ReadOut::vote),
    /** A weighted sum for each class, by least squares. */
    LINEAR(LinearReadOut::new),
    /** The class under which Poisson counts of any total are likeliest. */
    LIKELIHOOD(ReadOut::likeliest);

    private final Function<TrialCounts, ReadOut> learner;

    Kind(Function<TrialCounts, ReadOut> learner) {
      this.learner = learner;
    }

    /** What has learnt from some trials. */
    ReadOut learn(TrialCounts learnt) {
      return learner.apply(learnt);
    }

    /**
     * The part of some trials that are told rightly by what has learnt from others.
     *
     * @param learnt trials to learn from
     * @param asked trials to tell, with the same labels
     */
    public double accuracy(TrialCounts learnt, TrialCounts asked) {
      ReadOut readOut = learn(learnt);
      int right = 0;
      for (int i = 0; i < asked.size(); i++) {
        right += readOut.classOf(asked.counts()[i]) == asked.classes()[i] ? 1 : 0;
      }
      return (double) right / asked.size();
    }

    /** The same of trials each of which is told from all others. */
    public double accuracy(TrialCounts trials) {
      int right = 0;
      for (int i = 0; i < trials.size(); i++) {
        ReadOut readOut = learn(trials.without(i));
        right += readOut.classOf(trials.counts()[i]) == trials.classes()[i] ? 1 : 0;
      }
      return (double) right / trials.size();
    }
  }

  private static ReadOut nearestCentroid(TrialCounts learnt) {
    double[][] means = learnt.means();
    int[] trials = learnt.perClass();
    return counts -> {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int one = 0; one < means.length; one++) {
        double distance = 0;
        for (int i = 0; i < counts.length; i++) {
          double difference = counts[i] - means[one][i];
          distance += difference * difference;
        }
        if (trials[one] > 0 && distance < least) {
          least = distance;
          best = one;
        }
      }
      return best;
    };
  }

  /**
   * The class with the largest {@code sum n_i log p_i}, p being which part of all its spikes a
   * neuron fires: the likelihood of Poisson counts n at rates that are those of the class up to a
   * factor, whatever that is (Jazayeri and Movshon 2006, Nat Neurosci 9:690). Half a spike more of
   * each neuron in each class stands for what has not been seen (Krichevsky and Trofimov 1981, IEEE
   * Trans Inf Theory 27:199). Of equal ones the first.
   */
  private static ReadOut likeliest(TrialCounts learnt) {
    double[][] logs = learnt.means();
    int[] trials = learnt.perClass();
    for (int one = 0; one < logs.length; one++) {
      double all = 0;
      for (int i = 0; i < logs[one].length; i++) {
        logs[one][i] = logs[one][i] * trials[one] + 0.5;
        all += logs[one][i];
      }
      for (int i = 0; i < logs[one].length; i++) {
        logs[one][i] = Math.log(logs[one][i] / all);
      }
    }
    return counts -> {
      int best = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int one = 0; one < logs.length; one++) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
          sum += counts[i] * logs[one][i];
        }
        if (trials[one] > 0 && sum > most) {
          most = sum;
          best = one;
        }
      }
      return best;
    };
  }

  /** Neurons that never fired have no vote; the class with the highest mean count has won. */
  private static ReadOut vote(TrialCounts learnt) {
    double[][] means = learnt.means();
    int[] voters = new int[means.length];
    int[] choice = new int[learnt.neurons()];
    for (int i = 0; i < choice.length; i++) {
      int best = -1;
      for (int one = 0; one < means.length; one++) {
        if (means[one][i] > (best < 0 ? 0 : means[best][i])) {
          best = one;
        }
      }
      choice[i] = best;
      if (best >= 0) {
        voters[best]++;
      }
    }
    return counts -> {
      double[] sums = new double[voters.length];
      for (int i = 0; i < counts.length; i++) {
        if (choice[i] >= 0) {
          sums[choice[i]] += counts[i] / voters[choice[i]];
        }
      }
      double most = Arrays.stream(sums).max().orElse(0);
      int best = 0;
      while (best < sums.length - 1 && sums[best] < most) {
        best++;
      }
      return best;
    };
  }
}
