package org.hillock.model.smooth;

import java.util.Arrays;
import java.util.List;
import org.hillock.model.Decay;
import org.hillock.solve.RungeKuttaFehlberg;
import org.hillock.vector.Exp;

/**
 * The states of a few neurons that decay by themselves, which are moved exactly to the moments of a
 * step at which derivatives are computed:
 *
 * <pre>
 *   x' = -r x             x(t) = e^{-rt} x(0)
 *   x' = f - r x          x(t) = e^{-rt} x(0) + (e^{-st} - e^{-rt})/(r - s) f(0)
 *   f' = -s f
 * </pre>
 *
 * <p>For one thread.
 */
final class Decays {

  /** The moments after the first. */
  private static final int MOMENTS = RungeKuttaFehlberg.NODES.size() - 1;

  /** The moment that is the end of the step. */
  private static final int END = RungeKuttaFehlberg.NODES.indexOf(1.0);

  private final SmoothDynamics.Decay[] decays;

  /** The decay that feeds each; -1 where none does. */
  private final int[] feeder;

  /** {@code rate[d][i]} is that of decay d of neuron i [1/ms]. */
  final double[][] rate;

  private final double[][][] keep;
  private final double[][][] gain;

  /** What the method would err by, in each state and by its feed, of 1 in either. */
  private final double[][] own;

  private final double[][] fed;
  private final double[] exponent;

  Decays(List<SmoothDynamics.Decay> all, int capacity) {
    this.decays = all.toArray(SmoothDynamics.Decay[]::new);
    int[] states = all.stream().mapToInt(SmoothDynamics.Decay::state).toArray();
    this.feeder = new int[decays.length];
    for (int d = 0; d < decays.length; d++) {
      feeder[d] = -1;
      for (int other = 0; other < decays.length; other++) {
        if (states[other] == decays[d].feed()) {
          feeder[d] = other;
        }
      }
    }
    this.rate = new double[decays.length][capacity];
    this.keep = new double[MOMENTS][decays.length][capacity];
    this.gain = new double[MOMENTS][decays.length][capacity];
    this.own = new double[decays.length][capacity];
    this.fed = new double[decays.length][capacity];
    this.exponent = new double[capacity];
  }

  /** Finds the factors of steps of these lengths. */
  void prepare(int count, double[] h) {
    for (int m = 0; m < MOMENTS; m++) {
      double part = RungeKuttaFehlberg.NODES.get(m + 1);
      for (int d = 0; d < decays.length; d++) {
        for (int i = 0; i < count; i++) {
          exponent[i] = -rate[d][i] * (part * h[i]);
        }
        Exp.of(exponent, keep[m][d], count);
        if (feeder[d] >= 0) {
          double[] feeding = rate[feeder[d]];
          for (int i = 0; i < count; i++) {
            gain[m][d][i] = Decay.fed(feeding[i], rate[d][i], part * h[i]);
          }
        }
      }
    }
    for (int d = 0; d < decays.length; d++) {
      for (int i = 0; i < count; i++) {
        own[d][i] = RungeKuttaFehlberg.errorOfDecay(rate[d][i] * h[i]);
        if (feeder[d] >= 0) {
          double feeding = rate[feeder[d]][i];
          fed[d][i] = h[i] * RungeKuttaFehlberg.errorOfFed(feeding * h[i], rate[d][i] * h[i]);
        }
      }
    }
  }

  /**
   * Raises an error, where 1 is what is allowed, to that which the method would have made in these
   * states. They are exact, but what they drive sees them at the same moments as it would then, and
   * is no better.
   *
   * @param from the states at the beginning of the step
   * @param into those at its end
   * @param tolerance what is allowed
   * @param worst takes the error, where 1 is what is allowed
   */
  void raise(int count, double[][] from, double[][] into, Tolerance tolerance, double[] worst) {
    for (int d = 0; d < decays.length; d++) {
      int state = decays[d].state();
      int feed = decays[d].feed();
      for (int i = 0; i < count; i++) {
        double error = own[d][i] * from[state][i];
        double slope = rate[d][i] * from[state][i];
        if (feed >= 0) {
          error += fed[d][i] * from[feed][i];
          slope -= from[feed][i];
        }
        double allowed = tolerance.other() * (1 + Math.abs(into[state][i]) + Math.abs(slope));
        worst[i] = Math.max(worst[i], Math.abs(error) / allowed);
      }
    }
  }

  /**
   * Whether {@link #raise} is never above 1 for the first neuron: no state is so large that its
   * error is more than what is allowed with such a state.
   */
  boolean neverTooLarge(double tolerance) {
    for (int d = 0; d < decays.length; d++) {
      double most = Math.abs(own[d][0]) / tolerance / (keep[END - 1][d][0] + rate[d][0]);
      if (feeder[d] >= 0 || !(most <= 1)) {
        return false;
      }
    }
    return true;
  }

  /** The factors of decays without a feed, of the first neuron, one a moment after the first. */
  double[][] factors() {
    double[][] of = new double[decays.length][MOMENTS];
    for (int d = 0; d < decays.length; d++) {
      for (int m = 0; m < MOMENTS; m++) {
        of[d][m] = keep[m][d][0];
      }
    }
    return of;
  }

  /** Moves these states to a moment of the step. */
  void move(int moment, int count, double[][] from, double[][] into) {
    if (moment == 0) {
      return;
    }
    for (int d = 0; d < decays.length; d++) {
      int state = decays[d].state();
      double[] kept = keep[moment - 1][d];
      if (feeder[d] < 0) {
        Terms.product(count, from[state], kept, into[state]);
      } else {
        double[] gained = gain[moment - 1][d];
        Terms.products(count, from[state], kept, from[decays[d].feed()], gained, into[state]);
      }
    }
  }

  /** Moves them to the end of the step. */
  void moveToEnd(int count, double[][] from, double[][] into) {
    move(END, count, from, into);
  }

  /** Copies a neuron's rates. */
  void take(int place, Decays other, int from) {
    for (int d = 0; d < rate.length; d++) {
      rate[d][place] = other.rate[d][from];
    }
  }

  /** Which states of so many do not decay by themselves. */
  static int[] others(List<SmoothDynamics.Decay> decays, int states) {
    boolean[] by = new boolean[states];
    decays.forEach(decay -> by[decay.state()] = true);
    int[] others = new int[states];
    int count = 0;
    for (int k = 0; k < states; k++) {
      if (!by[k]) {
        others[count++] = k;
      }
    }
    return Arrays.copyOf(others, count);
  }
}
