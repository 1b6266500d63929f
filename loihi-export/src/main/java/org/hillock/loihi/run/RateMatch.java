package org.hillock.loihi.run;

import java.util.Arrays;

/**
 * The search for biases under which populations of the chip fire as often as they should. Each
 * population takes damped secant steps of its own in the logarithm of its rate; the round in which
 * the worst of them was best is kept.
 */
final class RateMatch {

  private static final double FIRST_GAIN = 0.3;
  private static final double LEAST_GAIN = 0.02;
  private static final double MOST_GAIN = 3;
  private static final double DAMPING = 0.7;

  /** Rates below this count as this, since a silent population says nothing [Hz]. */
  private static final double FLOOR = 0.01;

  /** Rates as near as this to each other are left alone. */
  private static final double GOOD = 0.003;

  private final double[] wanted;
  private final boolean[] adjusts;
  private final double[] bias;
  private final double[] gain;
  private final double[] lastBias;
  private final double[] lastLog;
  private double[] first = new double[0];
  private double[] best = new double[0];
  private double[] bestBias;
  private double least = Double.POSITIVE_INFINITY;

  /**
   * @param wanted rate of each population [Hz]
   * @param onChip which of them have a bias
   */
  RateMatch(double[] wanted, boolean[] onChip) {
    this.wanted = wanted;
    this.adjusts = new boolean[wanted.length];
    for (int p = 0; p < wanted.length; p++) {
      adjusts[p] = onChip[p] && wanted[p] > FLOOR;
    }
    bias = new double[wanted.length];
    gain = new double[wanted.length];
    Arrays.fill(gain, FIRST_GAIN);
    lastBias = new double[wanted.length];
    lastLog = new double[wanted.length];
    bestBias = bias.clone();
  }

  /** What to try next: added to the bias of each population [mV]. */
  double[] bias() {
    return bias.clone();
  }

  /**
   * Learns the rates under the present biases, and moves on.
   *
   * @return whether they are good enough
   */
  boolean found(double[] rates) {
    double worst = 0;
    for (int p = 0; p < wanted.length; p++) {
      worst = Math.max(worst, adjusts[p] ? Math.abs(error(p, rates)) : 0);
    }
    boolean begins = first.length == 0;
    first = begins ? rates : first;
    if (worst < least) {
      least = worst;
      best = rates;
      bestBias = bias.clone();
    }
    for (int p = 0; p < wanted.length; p++) {
      if (adjusts[p]) {
        move(p, rates, begins);
      }
    }
    return worst < GOOD;
  }

  private void move(int p, double[] rates, boolean begins) {
    double log = Math.log(Math.max(FLOOR, rates[p]));
    if (!begins && Math.abs(bias[p] - lastBias[p]) > 1e-6) {
      double slope = (log - lastLog[p]) / (bias[p] - lastBias[p]);
      gain[p] = slope > 0 ? Math.max(LEAST_GAIN, Math.min(MOST_GAIN, 1 / slope)) : gain[p];
    }
    lastBias[p] = bias[p];
    lastLog[p] = log;
    bias[p] += DAMPING * gain[p] * error(p, rates);
  }

  private double error(int p, double[] rates) {
    return Math.log(wanted[p] / Math.max(FLOOR, rates[p]));
  }

  /** The biases of the best round [mV]. */
  double[] bestBias() {
    return bestBias;
  }

  /** The rates of the best round [Hz]. */
  double[] best() {
    return best;
  }

  /** The rates of the first round [Hz]. */
  double[] first() {
    return first;
  }
}
