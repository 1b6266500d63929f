package org.hillock.model.linear;

import org.hillock.model.Decay;

/**
 * How the membrane answers a synaptic current that decays exponentially from 1 pA:
 *
 * <pre>
 *   P(t) = 1/C_m ∫_0^t e^(-(t-s)/tau_m) e^(-s/tau_s) ds = kappa (e^(-t/tau_m) - e^(-t/tau_s)),
 *   kappa = tau_m tau_s / (C_m (tau_m - tau_s))
 * </pre>
 *
 * <p>Where the time constants nearly agree, the difference loses digits and another form does it
 * without one, more slowly.
 */
final class Response {

  /** Nearer than this, relative to tau_m, time constants nearly agree. */
  private static final double NEAR = 0.02;

  /** The answer to a current has its maximum before so many time constants. */
  private static final double LONG = 10;

  private static final double NARROW = 1e-6;

  /** A little more, and e^x is beyond doubles. */
  private static final double LARGE = 700;

  private final double tauM;
  private final double tauS;
  private final double capacitance;
  private final double kappa;
  private final boolean distinct;
  private final double largest;

  Response(double tauM, double tauS, double capacitance) {
    this.tauM = tauM;
    this.tauS = tauS;
    this.capacitance = capacitance;
    this.distinct = Math.abs(tauM - tauS) > NEAR * tauM;
    this.kappa = distinct ? tauM * tauS / (capacitance * (tauM - tauS)) : Double.NaN;
    double peak = distinct ? tauM * tauS / (tauM - tauS) * StrictMath.log(tauM / tauS) : tauM;
    // Near equal time constants the peak is flat and lies near tau_m: a part in a thousand covers.
    this.largest = ofExponential(tauM, tauS, capacitance, peak) * (distinct ? 1 : 1.001);
  }

  /**
   * P(t) [mV/pA].
   *
   * @param time t, 0 or more [ms]
   * @param leak e^(-t/tau_m) - 1
   * @param decay e^(-t/tau_s) - 1
   */
  double after(double time, double leak, double decay) {
    return distinct ? kappa * (leak - decay) : ofExponential(tauM, tauS, capacitance, time);
  }

  /**
   * P(t) for many times, the same numbers as {@link #after(double, double, double)} gives.
   *
   * @param into takes the results
   * @param count how many
   */
  void after(double[] times, double[] leaks, double[] decays, double[] into, int count) {
    if (distinct) {
      for (int i = 0; i < count; i++) {
        into[i] = kappa * (leaks[i] - decays[i]);
      }
    } else {
      for (int i = 0; i < count; i++) {
        into[i] = after(times[i], leaks[i], decays[i]);
      }
    }
  }

  /**
   * The answer to a current s e^(-s/tau_s) [mV ms/pA], which begins with slope 1: the derivative of
   * P by -1/tau_s.
   */
  double ofRamp(double time, double leak, double decay) {
    if (!distinct) {
      return ofAlpha(tauM, tauS, capacitance, time);
    }
    // With lambda = 1/tau_s - 1/tau_m: (e^(-t/tau_m) - e^(-t/tau_s))/lambda² - t
    // e^(-t/tau_s)/lambda.
    double inverseRate = tauM * tauS / (tauM - tauS);
    return inverseRate / capacitance * (inverseRate * (leak - decay) - time * (1 + decay));
  }

  /** The largest P(t) there is [mV/pA]. */
  double largest() {
    return largest;
  }

  /** The largest answer to a current s e^(-s/tau_s), rounded up [mV ms/pA]. */
  double largestOfRamp() {
    // One maximum, since the answer rises from 0 and falls back to it once.
    double from = 0;
    double to = LONG * Math.max(tauM, tauS);
    while (to - from > NARROW * to) {
      double third = (to - from) / 3;
      if (ramp(from + third) < ramp(to - third)) {
        from += third;
      } else {
        to -= third;
      }
    }
    return ramp(from) * (1 + NARROW);
  }

  private double ramp(double time) {
    return ofAlpha(tauM, tauS, capacitance, time);
  }

  /** The decay of the current over a time, less 1. */
  double decay(double time) {
    return Decay.expm1(-time / tauS);
  }

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
  private static double ofExponential(double tauM, double tauS, double capacitance, double step) {
    return exponential(step / capacitance, tauM, tauS, step);
  }

  /**
   * Scale e^(-h/tau_m) expm1(x)/x, with x as above. Of a membrane that forgets within a step x is
   * large, e^x beyond doubles and the rest 0; then the other way round, scale e^(-h/tau_s) (1 -
   * e^-x)/x.
   */
  static double exponential(double scale, double tauM, double tauS, double step) {
    double x = step * (tauS - tauM) / (tauM * tauS);
    return x > LARGE
        ? scale * StrictMath.exp(-step / tauS) * (-StrictMath.expm1(-x) / x)
        : scale * StrictMath.exp(-step / tauM) * expm1Ratio(x);
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
  private static double ofAlpha(double tauM, double tauS, double capacitance, double step) {
    double x = step * (tauS - tauM) / (tauM * tauS);
    double scale = step * step / capacitance;
    return x > LARGE
        ? scale * StrictMath.exp(-step / tauS) * ((x - 1) / x / x)
        : scale * StrictMath.exp(-step / tauM) * rampRatio(x);
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
