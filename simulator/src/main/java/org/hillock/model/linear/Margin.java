package org.hillock.model.linear;

/**
 * How far a neuron is above its threshold, and how that goes on without events:
 *
 * <pre>
 *   m = V - threshold,   m' and m'' are linear in the state as m is
 *   m(t + s) ≤ m(t) + m'(t) s + M s²/2,   M ≥ |m''| from t on
 * </pre>
 *
 * <p>So m cannot reach 0 before the smaller root of the parabola. Going from root to root never
 * passes a crossing, comes to it as fast as Newton's method does, and needs no case analysis: not
 * even a maximum that stays just below the threshold is mistaken, since the steps over it are as
 * short as it is close.
 */
final class Margin {

  private final LinearDynamics dynamics;
  private final int[] sourcesFirst;

  /** Coefficients of m, m' and m'': of each state, then of the current, then a constant. */
  private final double[][] functionals = new double[3][];

  private final double[] bounds;

  Margin(LinearDynamics dynamics, int[] order) {
    this.dynamics = dynamics;
    int states = dynamics.states();
    this.sourcesFirst = new int[states];
    for (int i = 0; i < states; i++) {
      sourcesFirst[i] = order[states - 1 - i];
    }
    this.bounds = new double[states];
    double[] margin = new double[states + 2];
    margin[LinearDynamics.V] = 1;
    margin[states + 1] = -dynamics.threshold;
    for (LinearDynamics.Raise raise : dynamics.raises) {
      margin[raise.state()] -= raise.factor();
    }
    functionals[0] = margin;
    functionals[1] = derivative(margin);
    functionals[2] = derivative(functionals[1]);
  }

  private double[] derivative(double[] of) {
    int states = dynamics.states();
    double[] result = new double[states + 2];
    for (int i = 0; i < states; i++) {
      result[i] = -of[i] / dynamics.tau[i];
    }
    for (LinearDynamics.Coupling coupling : dynamics.couplings) {
      result[coupling.from()] += of[coupling.to()] * coupling.numerator() / coupling.denominator();
    }
    for (LinearDynamics.Drive drive : dynamics.drives) {
      result[states] += of[drive.to()] * drive.numerator() / drive.denominator();
    }
    return result;
  }

  /** m for order 0, m' for 1. */
  double value(int order, double[] x, double current) {
    double[] of = functionals[order];
    double sum = of[x.length] * current + of[x.length + 1];
    for (int i = 0; i < x.length; i++) {
      sum += of[i] * x[i];
    }
    return sum;
  }

  /**
   * No less than |m''| within an interval.
   *
   * @param x at its beginning
   * @param current injected and constant [pA]
   * @param length of the interval [ms], may be infinite
   */
  double curvature(double[] x, double current, double length) {
    for (int state : sourcesFirst) {
      double inflow = 0;
      for (LinearDynamics.Coupling coupling : dynamics.couplings) {
        if (coupling.to() == state) {
          double rate = Math.abs(coupling.numerator() / coupling.denominator());
          inflow += rate * bounds[coupling.from()];
        }
      }
      for (LinearDynamics.Drive drive : dynamics.drives) {
        if (drive.to() == state) {
          inflow += Math.abs(drive.numerator() / drive.denominator() * current);
        }
      }
      double time = Math.min(dynamics.tau[state], length);
      bounds[state] = Math.abs(x[state]) + (inflow == 0 ? 0 : inflow * time);
    }
    double[] of = functionals[2];
    double sum = Math.abs(of[x.length] * current);
    for (int i = 0; i < x.length; i++) {
      sum += of[i] == 0 ? 0 : Math.abs(of[i]) * bounds[i];
    }
    return sum;
  }

  /**
   * A time before which m does not reach a level that it lies below.
   *
   * @param below how far, above 0
   * @param slope m'
   * @param curvature a bound on |m''|
   */
  static double reach(double below, double slope, double curvature) {
    // The root of below = slope s + curvature s²/2, in the form that does not cancel.
    double root = Math.sqrt(slope * slope + 2 * curvature * below);
    double divisor = slope + root;
    return divisor > 0 ? 2 * below / divisor : Double.POSITIVE_INFINITY;
  }
}
