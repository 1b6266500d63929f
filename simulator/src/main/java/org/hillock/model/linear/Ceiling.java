package org.hillock.model.linear;

/**
 * How high above the threshold a neuron can ever come without events:
 *
 * <pre>
 *   m ≤ max(V, V_inf) + Σ_j max(x_j max_t R_j(t), x_j min_t R_j(t)) - threshold
 * </pre>
 *
 * <p>R_j being what state j does to the margin. It holds where V leaks and nothing follows V or the
 * current but V itself; else the bound is infinite.
 */
final class Ceiling {

  private static final int SAMPLES = 2048;

  /** The responses have passed their extremes after so many of the longest time constant. */
  private static final double LONG = 12;

  /** Between two samples of a response it exceeds both by far less than this part. */
  private static final double ROUNDED_UP = 1.001;

  private final LinearDynamics dynamics;
  private final boolean bounded;
  private final double[] largest;
  private final double[] smallest;

  Ceiling(LinearDynamics dynamics, Paths paths) {
    this.dynamics = dynamics;
    int states = dynamics.states();
    boolean apart = dynamics.tau[LinearDynamics.V] < Double.POSITIVE_INFINITY;
    double longest = 0;
    for (int i = 0; i < states; i++) {
      longest = Math.max(longest, dynamics.tau[i]);
      apart &=
          i == LinearDynamics.V
              || !paths.reaches(i, LinearDynamics.V) && !paths.reaches(i, Path.CURRENT);
    }
    this.bounded = apart && longest < Double.POSITIVE_INFINITY;
    this.largest = new double[states];
    this.smallest = new double[states];
    for (int k = 0; bounded && k <= SAMPLES; k++) {
      // Denser at the beginning, where fast states answer.
      double part = (double) k / SAMPLES;
      double time = LONG * longest * part * part * part;
      for (int j = 1; j < states; j++) {
        double response = time == 0 ? 0 : paths.of(LinearDynamics.V, j, time);
        for (LinearDynamics.Raise raise : dynamics.raises) {
          response -=
              raise.factor()
                  * (time == 0 ? (raise.state() == j ? 1 : 0) : paths.of(raise.state(), j, time));
        }
        largest[j] = Math.max(largest[j], response * ROUNDED_UP);
        smallest[j] = Math.min(smallest[j], response * ROUNDED_UP);
      }
    }
  }

  /** The bound on the margin for a state and a current [pA]. */
  double of(double[] x, double current) {
    if (!bounded) {
      return Double.POSITIVE_INFINITY;
    }
    LinearDynamics.Drive drive = dynamics.drives.get(0);
    double resting =
        current * drive.numerator() / drive.denominator() * dynamics.tau[LinearDynamics.V];
    double sum = Math.max(x[LinearDynamics.V], resting) - dynamics.threshold;
    for (int j = 1; j < x.length; j++) {
      sum += Math.max(x[j] * largest[j], x[j] * smallest[j]);
    }
    return sum;
  }
}
