package org.hillock.model.linear;

import org.hillock.model.Decay;

/**
 * The motion of neurons with alpha-shaped currents between inputs, D being dI/dt + I/tau:
 *
 * <pre>
 *   I_x(t) = (I_x(0) + D_x(0) t) e^(-t/tau_syn_x),   D_x(t) = D_x(0) e^(-t/tau_syn_x)
 *   V(t)   = drive + (V(0) - drive) e^(-t/tau_m) + Σ_x I_x(0) P_x(t) + D_x(0) R_x(t)
 * </pre>
 *
 * <p>Its ladder, with tau_1 the longer synaptic time constant and mu = 1/tau_1 - 1/tau_2, at most
 * 0:
 *
 * <pre>
 *   f_1 = V',   f_2 = I' e^(t/tau_1) = a_1 + b_1 t + (a_2 + b_2 t) e^(mu t),
 *                                      a = D(0) - I(0)/tau,  b = -D(0)/tau
 *   f_3 = f_2' = b_1 + (b_2 + mu a_2 + mu b_2 t) e^(mu t)
 *   f_3' = 0 at t = -(2 b_2 + mu a_2)/(mu b_2)
 * </pre>
 */
final class AlphaCurrents extends FreeMotion {

  private final Current ex;
  private final Current in;
  private final double leakRate;
  private final double perCapacitance;

  /** One current. */
  private static final class Current {
    final double rate;
    final double jump;
    final Response response;
    final double largestOfRamp;
    double i;
    double d;

    Current(double tau, ContinuousMembrane membrane) {
      this.rate = 1 / tau;
      this.jump = Math.E / tau;
      this.response = new Response(membrane.tauM(), tau, membrane.capacitance());
      this.largestOfRamp = response.largestOfRamp();
    }

    double at(double time, double decay) {
      return (i + d * time) * (1 + decay);
    }

    double potential(double time, double leak, double decay) {
      return i * response.after(time, leak, decay) + d * response.ofRamp(time, leak, decay);
    }

    void advance(double time, double decay) {
      i = at(time, decay);
      d += d * decay;
    }

    double largestWithin(double time) {
      return largest(i, time * rate) + Math.max(0, d) * time;
    }

    double largestEver() {
      return Math.max(0, i) + Math.max(0, d) / (rate * Math.E);
    }

    double ceiling() {
      return Math.max(0, i) * response.largest() + Math.max(0, d) * largestOfRamp;
    }

    double a() {
      return d - i * rate;
    }

    double b() {
      return -d * rate;
    }
  }

  AlphaCurrents(ContinuousMembrane membrane, double tauEx, double tauIn) {
    super(membrane, Math.max(tauEx, tauIn));
    this.ex = new Current(tauEx, membrane);
    this.in = new Current(tauIn, membrane);
    this.leakRate = 1 / membrane.tauM();
    this.perCapacitance = 1 / membrane.capacitance();
  }

  @Override
  int currents() {
    return 4;
  }

  @Override
  void load(double[] state, int at) {
    ex.i = state[at];
    in.i = state[at + 1];
    ex.d = state[at + 2];
    in.d = state[at + 3];
  }

  @Override
  void store(double[] state, int at) {
    state[at] = ex.i;
    state[at + 1] = in.i;
    state[at + 2] = ex.d;
    state[at + 3] = in.d;
  }

  @Override
  void receive(double weight) {
    ex.d += ex.jump * Math.max(weight, 0);
    in.d += in.jump * Math.min(weight, 0);
  }

  @Override
  void decay(double time) {
    ex.advance(time, Decay.expm1(-time * ex.rate));
    in.advance(time, Decay.expm1(-time * in.rate));
  }

  @Override
  void move(double time) {
    double leak = Decay.expm1(-time * leakRate);
    double decayEx = Decay.expm1(-time * ex.rate);
    double decayIn = Decay.expm1(-time * in.rate);
    v += leak * (v - drive) + ex.potential(time, leak, decayEx) + in.potential(time, leak, decayIn);
    ex.advance(time, decayEx);
    in.advance(time, decayIn);
  }

  @Override
  double steepest(double time) {
    return (drive - v) * leakRate
        + (ex.largestWithin(time) + in.largestWithin(time)) * perCapacitance;
  }

  @Override
  double steepestEver() {
    return (drive - v) * leakRate + (ex.largestEver() + in.largestEver()) * perCapacitance;
  }

  @Override
  double ceiling() {
    return Math.max(v, drive) + ex.ceiling() + in.ceiling();
  }

  @Override
  double current(int variable) {
    return variable == 1 ? ex.i : in.i;
  }

  private Current slow() {
    return ex.rate <= in.rate ? ex : in;
  }

  private Current fast() {
    return ex.rate <= in.rate ? in : ex;
  }

  @Override
  public int highest() {
    return 3;
  }

  @Override
  public double value(int function, double time) {
    if (function >= 2) {
      Current slow = slow();
      Current fast = fast();
      double mu = slow.rate - fast.rate;
      double decay = Decay.exp(mu * time);
      return function == 2
          ? slow.a() + slow.b() * time + (fast.a() + fast.b() * time) * decay
          : slow.b() + (fast.b() + mu * fast.a() + mu * fast.b() * time) * decay;
    }
    double leak = Decay.expm1(-time * leakRate);
    double decayEx = Decay.expm1(-time * ex.rate);
    double decayIn = Decay.expm1(-time * in.rate);
    double potential =
        v
            + leak * (v - drive)
            + ex.potential(time, leak, decayEx)
            + in.potential(time, leak, decayIn);
    return function == 0
        ? potential - membrane.threshold()
        : (drive - potential) * leakRate
            + (ex.at(time, decayEx) + in.at(time, decayIn)) * perCapacitance;
  }

  @Override
  public double zeroAbove() {
    Current fast = fast();
    double mu = slow().rate - fast.rate;
    return mu == 0 || fast.b() == 0
        ? Double.NaN
        : -(2 * fast.b() + mu * fast.a()) / (mu * fast.b());
  }
}
