package org.hillock.lif;

/** Exact effect of synaptic currents on the membrane over a step. */
final class Propagators {

  private Propagators() {}

  /**
   * How much of a synaptic current at the start of a step is in the membrane at its end:
   *
   * <pre>
   *   1/C ∫_0^h e^(-(h-s)/tau_m) e^(-s/tau_s) ds
   *     = h/C e^(-h/tau_m) expm1(x)/x,   x = h (1/tau_m - 1/tau_s)
   * </pre>
   *
   * <p>The second form holds for equal time constants too and loses no digits near them.
   *
   * @return [mV/pA]
   */
  static double ofExponential(double tauM, double tauS, double capacitance, double step) {
    double x = step * (tauS - tauM) / (tauM * tauS);
    return step / capacitance * StrictMath.exp(-step / tauM) * expm1Ratio(x);
  }

  /**
   * The same for a current s e^(-s/tau_s), as it belongs to an alpha function:
   *
   * <pre>
   *   1/C ∫_0^h e^(-(h-s)/tau_m) s e^(-s/tau_s) ds
   *     = h²/C e^(-h/tau_m) (e^x (x-1) + 1)/x²,   x as above
   * </pre>
   *
   * @return [mV ms/pA]
   */
  static double ofAlpha(double tauM, double tauS, double capacitance, double step) {
    double x = step * (tauS - tauM) / (tauM * tauS);
    return step * step / capacitance * StrictMath.exp(-step / tauM) * rampRatio(x);
  }

  /** expm1(x)/x, 1 at 0. */
  private static double expm1Ratio(double x) {
    return x == 0 ? 1 : StrictMath.expm1(x) / x;
  }

  /** (e^x (x-1) + 1)/x², 1/2 at 0; by its series Σ x^n (n+1)/(n+2)! where the form cancels. */
  private static double rampRatio(double x) {
    if (Math.abs(x) > 1) {
      return (StrictMath.exp(x) * (x - 1) + 1) / (x * x);
    }
    double sum = 0;
    double power = 1;
    double factorial = 2;
    for (int n = 0; n < 25; n++) {
      sum += power * (n + 1) / factorial;
      power *= x;
      factorial *= n + 3;
    }
    return sum;
  }
}
