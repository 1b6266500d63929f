package org.hillock.model.linear;

/**
 * One way by which a state, or an injected current, acts on another: over a time h it hands on a
 * part
 *
 * <pre>
 *   Π a × E(h; time constants on the way)
 * </pre>
 *
 * <p>E of one time constant is e^(-h/tau); of two or more it is the divided difference of e^(h λ)
 * at λ = -1/tau, which is finite and loses no digits where time constants coincide or nearly do. A
 * constant current is a state with an infinite time constant.
 *
 * @param to state at the end
 * @param from state at the beginning, or {@link #CURRENT}
 * @param tau time constants from the beginning to the end [ms]
 * @param numerator of the product of the rates on the way
 * @param denominator of it
 */
record Path(int to, int from, double[] tau, double numerator, double denominator) {

  /** In place of a state: the injected current. */
  static final int CURRENT = -1;

  /** What is handed on over a time h [ms]. */
  double over(double h) {
    double last = tau[tau.length - 1];
    if (tau.length == 1) {
      return StrictMath.exp(-h / last);
    }
    if (tau.length == 2) {
      return tau[0] == Double.POSITIVE_INFINITY
          ? ofConstant(h, last)
          : ofTwo(h, h * numerator / denominator, last, tau[0]);
    }
    double[] exponents = new double[tau.length];
    double power = numerator / denominator;
    for (int i = 0; i < tau.length; i++) {
      exponents[i] = -h / tau[i];
      power *= i == 0 ? 1 : h;
    }
    return power * DividedDifference.ofExp(exponents);
  }

  /** tau (1 - e^(-h/tau)), h for an infinite tau. */
  private double ofConstant(double h, double last) {
    return last == Double.POSITIVE_INFINITY
        ? h * numerator / denominator
        : -last * numerator / denominator * StrictMath.expm1(-h / last);
  }

  /** h e^(-h/tau_m) expm1(x)/x, x = h (1/tau_m - 1/tau_s); the factor h comes with the scale. */
  private static double ofTwo(double h, double scale, double tauM, double tauS) {
    if (tauM == Double.POSITIVE_INFINITY) {
      return h == 0 ? 0 : scale * -StrictMath.expm1(-h / tauS) / (h / tauS);
    }
    return Response.exponential(scale, tauM, tauS, h);
  }
}
