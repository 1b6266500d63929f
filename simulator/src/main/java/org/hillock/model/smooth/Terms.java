package org.hillock.model.smooth;

import org.hillock.vector.Vectors;

/**
 * Terms of the right sides that smooth models share, for many neurons at once. Each is a plain loop
 * with one output, since compilers make vector instructions of those.
 */
public final class Terms {

  private static final boolean VECTORS = Vectors.available();

  private Terms() {}

  /** A product; into may be one of the factors. */
  public static void product(int count, double[] x, double[] factor, double[] into) {
    int done = VECTORS ? TermVectors.product(count, x, factor, into) : 0;
    for (int i = done; i < count; i++) {
      into[i] = x[i] * factor[i];
    }
  }

  /** A sum of two products. */
  static void products(
      int count, double[] x, double[] factor, double[] other, double[] of, double[] into) {
    int done = VECTORS ? TermVectors.products(count, x, factor, other, of, into) : 0;
    for (int i = done; i < count; i++) {
      into[i] = x[i] * factor[i] + other[i] * of[i];
    }
  }

  /**
   * Bounds a potential from above, and says how far it is above another, in some width: what an
   * exponential upstroke needs.
   *
   * @param count how many neurons
   * @param v potential [mV]
   * @param most its bound [mV]
   * @param from the other [mV]
   * @param perWidth 1/width [1/mV]
   * @param bounded takes the bounded potential
   * @param into takes (bounded - from)/width
   */
  public static void above(
      int count,
      double[] v,
      double[] most,
      double[] from,
      double[] perWidth,
      double[] bounded,
      double[] into) {
    int done = VECTORS ? TermVectors.above(count, v, most, from, perWidth, bounded, into) : 0;
    for (int i = done; i < count; i++) {
      bounded[i] = Math.min(v[i], most[i]);
      into[i] = (bounded[i] - from[i]) * perWidth[i];
    }
  }

  /**
   * Current into a membrane with a leak, an upstroke and adaptation.
   *
   * @param count how many neurons
   * @param v potential [mV]
   * @param w adaptation [pA]
   * @param leak g_L [nS]
   * @param eL E_L [mV]
   * @param steep g_L times the width of the upstroke [pA]
   * @param constant I_e [pA]
   * @param injected I [pA]
   * @param into has the exponential function, takes the current [pA]
   */
  public static void upstroke(
      int count,
      double[] v,
      double[] w,
      double[] leak,
      double[] eL,
      double[] steep,
      double[] constant,
      double[] injected,
      double[] into) {
    int done =
        VECTORS ? TermVectors.upstroke(count, v, w, leak, eL, steep, constant, injected, into) : 0;
    for (int i = done; i < count; i++) {
      double driven = constant[i] + injected[i] - w[i];
      into[i] = steep[i] * into[i] + leak[i] * (eL[i] - v[i]) + driven;
    }
  }

  /**
   * Adaptation that follows a potential: dw/dt = (a (V - E_L) - w) rate.
   *
   * @param count how many neurons
   * @param w adaptation [pA]
   * @param eL E_L [mV]
   * @param a its conductance [nS]
   * @param rate 1/tau_w [1/ms]
   * @param dw has V, takes dw/dt
   */
  public static void adaptation(
      int count, double[] w, double[] eL, double[] a, double[] rate, double[] dw) {
    int done = VECTORS ? TermVectors.adaptation(count, w, eL, a, rate, dw) : 0;
    for (int i = done; i < count; i++) {
      dw[i] = (a[i] * (dw[i] - eL[i]) - w[i]) * rate[i];
    }
  }

  /** Adds the current through a conductance to one that is being summed up. */
  public static void open(int count, double[] g, double[] reversal, double[] v, double[] current) {
    int done = VECTORS ? TermVectors.open(count, g, reversal, v, current) : 0;
    for (int i = done; i < count; i++) {
      current[i] += g[i] * (reversal[i] - v[i]);
    }
  }

  /** Adds to dV/dt what flows from another compartment: g (V_other - V)/C. */
  public static void couple(
      int count, double[] g, double[] other, double[] v, double[] perC, double[] slope) {
    int done = VECTORS ? TermVectors.couple(count, g, other, v, perC, slope) : 0;
    for (int i = done; i < count; i++) {
      slope[i] += g[i] * (other[i] - v[i]) * perC[i];
    }
  }

  /** Adds a current, or takes it away, from one that is being summed up. */
  public static void add(int count, double[] current, double sign, double[] into) {
    int done = VECTORS ? TermVectors.add(count, current, sign, into) : 0;
    for (int i = done; i < count; i++) {
      into[i] += sign * current[i];
    }
  }

  /**
   * The start of dg/dt that opens a conductance by 1 at its peak, where g' = dg - g/tauOf and dg' =
   * -dg/tauFeed, both from 0 (beta function; alpha function if the times are equal). At the peak
   * tauOf dg = g, which comes after tauOf tauFeed ln(tauOf/tauFeed)/(tauOf - tauFeed).
   */
  public static double toPeak(double tauFeed, double tauOf) {
    double apart = (tauOf - tauFeed) / tauFeed;
    // Far from each other the times give their logarithm, near each other their difference does.
    double log = apart < -0.5 ? StrictMath.log(tauOf / tauFeed) : StrictMath.log1p(apart);
    double peak = apart == 0 ? tauOf : tauOf * log / apart;
    return StrictMath.exp(peak / tauFeed) / tauOf;
  }

  /**
   * The right side of a membrane with a leak and two conductances:
   *
   * <pre>
   *   dV/dt = (I_e + I + g_L (E_L - V) + g_ex (E_ex - V) + g_in (E_in - V))/C
   * </pre>
   *
   * @param count how many neurons
   * @param v V [mV]
   * @param gEx g_ex [nS]
   * @param gIn g_in [nS]
   * @param p numbers, of which 1/C, g_L, E_L, E_ex, E_in and I_e, in this order, are the membrane's
   * @param at where they begin
   * @param injected I [pA]
   * @param dv takes dV/dt [mV/ms]
   */
  public static void membrane(
      int count,
      double[] v,
      double[] gEx,
      double[] gIn,
      double[][] p,
      int at,
      double[] injected,
      double[] dv) {
    membrane(
        count, v, gEx, gIn, p[at], p[at + 1], p[at + 2], p[at + 3], p[at + 4], p[at + 5], injected,
        dv);
  }

  private static void membrane(
      int count,
      double[] v,
      double[] gEx,
      double[] gIn,
      double[] perC,
      double[] leak,
      double[] eL,
      double[] eEx,
      double[] eIn,
      double[] constant,
      double[] injected,
      double[] dv) {
    int done =
        VECTORS
            ? TermVectors.membrane(
                count, v, gEx, gIn, perC, leak, eL, eEx, eIn, constant, injected, dv)
            : 0;
    for (int i = done; i < count; i++) {
      double synaptic = gEx[i] * (eEx[i] - v[i]) + gIn[i] * (eIn[i] - v[i]);
      dv[i] = (constant[i] + injected[i] + leak[i] * (eL[i] - v[i]) + synaptic) * perC[i];
    }
  }
}
