package org.hillock.analysis;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A weighted sum of counts for each class, the largest of which says the class: ridge regression
 * onto 1 for the class that was shown and 0 for the others (Hoerl and Kennard 1970, Technometrics
 * 12:55), in its dual form, with as many unknowns as there are trials. The penalty is the mean
 * square of the counts of a trial about their means, summed over neurons.
 */
final class LinearReadOut implements ReadOut {

  private final double[] means;
  private final double[][] weights;
  private final double[] offsets;

  LinearReadOut(TrialCounts learnt) {
    int trials = learnt.size();
    int classes = learnt.labels().size();
    means = new double[learnt.neurons()];
    for (double[] counts : learnt.counts()) {
      for (int i = 0; i < means.length; i++) {
        means[i] += counts[i] / trials;
      }
    }
    double[][] centred = new double[trials][];
    for (int trial = 0; trial < trials; trial++) {
      centred[trial] = learnt.counts()[trial].clone();
      for (int i = 0; i < means.length; i++) {
        centred[trial][i] -= means[i];
      }
    }
    offsets = new double[classes];
    for (int one : learnt.classes()) {
      offsets[one] += 1.0 / trials;
    }
    weights = new double[classes][means.length];
    double[][] products = products(centred);
    double square = 0;
    for (int trial = 0; trial < trials; trial++) {
      square += products[trial][trial] / trials;
    }
    if (square == 0) {
      return; // all trials are alike: the class that was shown most is the best guess
    }
    double[][] targets = new double[trials][classes];
    for (int trial = 0; trial < trials; trial++) {
      products[trial][trial] += square;
      for (int one = 0; one < classes; one++) {
        targets[trial][one] = (learnt.classes()[trial] == one ? 1 : 0) - offsets[one];
      }
    }
    RealMatrix solved =
        new CholeskyDecomposition(new Array2DRowRealMatrix(products, false))
            .getSolver()
            .solve(new Array2DRowRealMatrix(targets, false));
    for (int one = 0; one < classes; one++) {
      for (int trial = 0; trial < trials; trial++) {
        double part = solved.getEntry(trial, one);
        for (int i = 0; i < means.length; i++) {
          weights[one][i] += part * centred[trial][i];
        }
      }
    }
  }

  private static double[][] products(double[][] rows) {
    double[][] products = new double[rows.length][rows.length];
    for (int a = 0; a < rows.length; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = 0; i < rows[a].length; i++) {
          sum += rows[a][i] * rows[b][i];
        }
        products[a][b] = sum;
        products[b][a] = sum;
      }
    }
    return products;
  }

  @Override
  public int classOf(double[] counts) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int one = 0; one < weights.length; one++) {
      double sum = offsets[one];
      for (int i = 0; i < counts.length; i++) {
        sum += weights[one][i] * (counts[i] - means[i]);
      }
      if (sum > most) {
        most = sum;
        best = one;
      }
    }
    return best;
  }
}
