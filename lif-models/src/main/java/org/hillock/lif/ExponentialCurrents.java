package org.hillock.lif;

import org.hillock.model.Decay;
import org.hillock.model.ParameterSet;

/**
 * The motion of {@link IafPscExp} between inputs:
 *
 * <pre>
 *   I_x(t) = I_x(0) e^(-t/tau_syn_x)
 *   V(t)   = drive + (V(0) - drive) e^(-t/tau_m) + I_ex(0) P_ex(t) + I_in(0) P_in(t)
 * </pre>
 *
 * <p>Its ladder: f_1 = V'; f_2 = (V' e^(t/tau_m))' = I' e^(t/tau_m)/C_m, whose zero, if it has one,
 * is where the two currents change at opposite rates.
 */
final class ExponentialCurrents extends FreeMotion {

  private final double tauEx;
  private final double tauIn;
  private final Response responseEx;
  private final Response responseIn;
  private final double leakRate;
  private final double rateEx;
  private final double rateIn;
  private final double perCapacitance;
  private double ex;
  private double in;

  ExponentialCurrents(ParameterSet parameters) {
    super(ContinuousMembrane.of(parameters));
    this.tauEx = parameters.get("tau_syn_ex");
    this.tauIn = parameters.get("tau_syn_in");
    this.responseEx = new Response(membrane.tauM(), tauEx, membrane.capacitance());
    this.responseIn = new Response(membrane.tauM(), tauIn, membrane.capacitance());
    this.leakRate = 1 / membrane.tauM();
    this.rateEx = 1 / tauEx;
    this.rateIn = 1 / tauIn;
    this.perCapacitance = 1 / membrane.capacitance();
  }

  @Override
  int currents() {
    return 2;
  }

  @Override
  void load(double[] state, int at) {
    ex = state[at];
    in = state[at + 1];
  }

  @Override
  void store(double[] state, int at) {
    state[at] = ex;
    state[at + 1] = in;
  }

  @Override
  void receive(double weight) {
    ex += Math.max(weight, 0);
    in += Math.min(weight, 0);
  }

  @Override
  void decay(double time) {
    ex += ex * Decay.expm1(-time * rateEx);
    in += in * Decay.expm1(-time * rateIn);
  }

  @Override
  void move(double time) {
    double leak = Decay.expm1(-time * leakRate);
    double decayEx = Decay.expm1(-time * rateEx);
    double decayIn = Decay.expm1(-time * rateIn);
    v +=
        leak * (v - drive)
            + ex * responseEx.after(time, leak, decayEx)
            + in * responseIn.after(time, leak, decayIn);
    ex += ex * decayEx;
    in += in * decayIn;
  }

  @Override
  double steepest(double time) {
    double current = largest(ex, time * rateEx) + largest(in, time * rateIn);
    return (drive - v) * leakRate + current * perCapacitance;
  }

  @Override
  double steepestEver() {
    return (drive - v) * leakRate + (Math.max(ex, 0) + Math.max(in, 0)) * perCapacitance;
  }

  @Override
  double ceiling() {
    return Math.max(v, drive)
        + Math.max(ex, 0) * responseEx.largest()
        + Math.max(in, 0) * responseIn.largest();
  }

  @Override
  double current(int variable) {
    return variable == 1 ? ex : in;
  }

  @Override
  public int highest() {
    return 2;
  }

  @Override
  public double value(int function, double time) {
    double decayEx = Decay.expm1(-time * rateEx);
    double decayIn = Decay.expm1(-time * rateIn);
    double exNow = ex + ex * decayEx;
    double inNow = in + in * decayIn;
    if (function == 2) {
      return -exNow * rateEx - inNow * rateIn;
    }
    double leak = Decay.expm1(-time * leakRate);
    double potential =
        v
            + leak * (v - drive)
            + ex * responseEx.after(time, leak, decayEx)
            + in * responseIn.after(time, leak, decayIn);
    return function == 0
        ? potential - membrane.threshold()
        : (drive - potential) * leakRate + (exNow + inNow) * perCapacitance;
  }

  @Override
  public int zerosAbove(double[] into) {
    // f_2 times e^(t/tau_syn_ex) is monotone.
    return 0;
  }
}
