package org.hillock.lif;

/**
 * Terms of the right sides that smooth models share, for many neurons at once. Each is a plain loop
 * with one output, since compilers make vector instructions of those.
 */
final class Terms {

  private Terms() {}

  /** Exponential decay: x' = -x rate. */
  static void decay(int count, double[] x, double[] rate, double[] slope) {
    for (int i = 0; i < count; i++) {
      slope[i] = -x[i] * rate[i];
    }
  }

  /** What decays and is fed by something else: x' = feed - x rate. */
  static void fed(int count, double[] feed, double[] x, double[] rate, double[] slope) {
    for (int i = 0; i < count; i++) {
      slope[i] = feed[i] - x[i] * rate[i];
    }
  }

  /** Adds the current through a conductance to one that is being summed up. */
  static void open(int count, double[] g, double[] reversal, double[] v, double[] current) {
    for (int i = 0; i < count; i++) {
      current[i] += g[i] * (reversal[i] - v[i]);
    }
  }

  /** Adds to dV/dt what flows from another compartment: g (V_other - V)/C. */
  static void couple(
      int count, double[] g, double[] other, double[] v, double[] perC, double[] slope) {
    for (int i = 0; i < count; i++) {
      slope[i] += g[i] * (other[i] - v[i]) * perC[i];
    }
  }

  /** Adds a current, or takes it away, from one that is being summed up. */
  static void add(int count, double[] current, double sign, double[] into) {
    for (int i = 0; i < count; i++) {
      into[i] += sign * current[i];
    }
  }

  /**
   * The start of dg/dt that opens a conductance by 1 at its peak, where g' = dg - g/tauOf and dg' =
   * -dg/tauFeed, both from 0 (beta function; alpha function if the times are equal). At the peak
   * tauOf dg = g, which comes after tauOf tauFeed ln(tauOf/tauFeed)/(tauOf - tauFeed).
   */
  static double toPeak(double tauFeed, double tauOf) {
    double apart = (tauOf - tauFeed) / tauFeed;
    double peak = apart == 0 ? tauOf : tauOf * StrictMath.log1p(apart) / apart;
    return StrictMath.exp(peak / tauFeed) / tauOf;
  }
}
