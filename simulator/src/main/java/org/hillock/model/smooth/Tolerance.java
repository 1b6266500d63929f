package org.hillock.model.smooth;

/**
 * The error that a step may have: in potentials, of which it does not matter where they are 0, so
 * many mV and what V does in a time; in other states y a part of 1 + |y| + |y'| ms. It is that of
 * the method of order 4, while the result is that of order 5, which is better.
 *
 * @param potential [mV]
 * @param time by so much the fastest upstroke may be early or late [ms]
 * @param other part
 */
record Tolerance(double potential, double time, double other) {

  /** On a grid, for neurons that are looked at at the end of a step. */
  static final Tolerance GRID = new Tolerance(1e-6, 0, 1e-6);

  /** The same for neurons with an upstroke, near which errors grow. */
  static final Tolerance UPSTROKE = new Tolerance(5e-7, 1e-8, 1e-8);

  /** In continuous time. */
  static final Tolerance EXACT = new Tolerance(5e-12, 1e-13, 1e-13);

  /** Raises an error, where 1 is what is allowed, to that of a potential. */
  void raiseByPotential(int n, double[] error, double[] slope, double[] worst) {
    if (time == 0) {
      for (int i = 0; i < n; i++) {
        worst[i] = Math.max(worst[i], Math.abs(error[i]) / potential);
      }
    } else {
      for (int i = 0; i < n; i++) {
        double allowed = potential + time * Math.abs(slope[i]);
        worst[i] = Math.max(worst[i], Math.abs(error[i]) / allowed);
      }
    }
  }

  /** Raises it to that of another state. */
  void raise(int n, double[] error, double[] state, double[] slope, double[] worst) {
    for (int i = 0; i < n; i++) {
      double allowed = other * (1 + Math.abs(state[i]) + Math.abs(slope[i]));
      worst[i] = Math.max(worst[i], Math.abs(error[i]) / allowed);
    }
  }
}
