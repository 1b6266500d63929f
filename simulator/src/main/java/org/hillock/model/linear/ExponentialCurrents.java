package org.hillock.model.linear;

import org.hillock.model.Decay;
import org.hillock.model.EventBlock;

/**
 * The motion of neurons with exponentially decaying currents between inputs:
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

  /** So many inputs are looked at together. */
  private static final int CHUNK = 128;

  /** Fewer inputs than this are taken in one by one. */
  private static final int FEW = 4;

  private static final int ARRAYS = 6;
  private static final double[] NO_ROOM = {};

  final Response responseEx;
  final Response responseIn;
  final double leakRate;
  final double rateEx;
  final double rateIn;
  final double perCapacitance;
  final boolean sameRates;

  /** The excitatory current [pA]. */
  double ex;

  /** The inhibitory current, 0 or less but for what it was at first [pA]. */
  double in;

  /** Room for the factors by which the state moves from one input to the next. */
  private double[] interval = NO_ROOM;

  private double[] leaks = NO_ROOM;
  private double[] decaysEx = NO_ROOM;
  private double[] decaysIn = NO_ROOM;
  private double[] answersEx = NO_ROOM;
  private double[] answersIn = NO_ROOM;

  ExponentialCurrents(ContinuousMembrane membrane, double tauEx, double tauIn) {
    super(membrane, Math.max(tauEx, tauIn));
    this.responseEx = new Response(membrane.tauM(), tauEx, membrane.capacitance());
    this.responseIn = new Response(membrane.tauM(), tauIn, membrane.capacitance());
    this.leakRate = 1 / membrane.tauM();
    this.rateEx = 1 / tauEx;
    this.rateIn = 1 / tauIn;
    this.perCapacitance = 1 / membrane.capacitance();
    this.sameRates = rateEx == rateIn;
  }

  @Override
  void workIn(EventBlock block) {
    double[][] room = block.room(ARRAYS, CHUNK);
    interval = room[0];
    leaks = room[1];
    decaysEx = room[2];
    decaysIn = room[3];
    answersEx = room[4];
    answersIn = room[5];
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
    double excitation = 0.5 * (weight + Math.abs(weight));
    ex += excitation;
    in += weight - excitation;
  }

  @Override
  void decay(double time) {
    double decayEx = Decay.expm1(-time * rateEx);
    ex += ex * decayEx;
    in += in * (sameRates ? decayEx : Decay.expm1(-time * rateIn));
  }

  @Override
  void move(double time) {
    double leak = Decay.expm1(-time * leakRate);
    double decayEx = Decay.expm1(-time * rateEx);
    double decayIn = sameRates ? decayEx : Decay.expm1(-time * rateIn);
    double synaptic =
        ex * responseEx.after(time, leak, decayEx) + in * responseIn.after(time, leak, decayIn);
    v = v + leak * v + (synaptic - leak * drive);
    ex += ex * decayEx;
    in += in * decayIn;
  }

  /**
   * The factors of a chunk of inputs are computed first, in loops of vector instructions; then the
   * state is taken through them. The arithmetic is that of {@link #move} and {@link #receive}, to
   * the last bit.
   */
  @Override
  int pass(double from, double[] times, double[] weights, int first, int end) {
    if (end - first < FEW) {
      return super.pass(from, times, weights, first, end);
    }
    int next = first;
    double begin = from;
    while (next < end) {
      int count = Math.min(CHUNK, end - next);
      prepare(begin, times, next, count);
      int passed = pass(weights, next, count);
      next += passed;
      if (passed < count) {
        return next;
      }
      begin = times[next - 1];
    }
    return next;
  }

  private void prepare(double begin, double[] times, int first, int count) {
    interval[0] = times[first] - begin;
    for (int i = 1; i < count; i++) {
      interval[i] = times[first + i] - times[first + i - 1];
    }
    Decay.expm1(interval, leakRate, leaks, count);
    Decay.expm1(interval, rateEx, decaysEx, count);
    responseEx.after(interval, leaks, decaysEx, answersEx, count);
    if (!sameRates) {
      Decay.expm1(interval, rateIn, decaysIn, count);
      responseIn.after(interval, leaks, decaysIn, answersIn, count);
    }
  }

  private int pass(double[] weights, int first, int count) {
    double[] ofIn = sameRates ? decaysEx : decaysIn;
    double[] toIn = sameRates ? answersEx : answersIn;
    double v = this.v;
    double ex = this.ex;
    double in = this.in;
    int i = 0;
    while (i < count) {
      double time = interval[i];
      double current = largest(ex, time * rateEx) + largest(in, time * rateIn);
      double slope = (drive - v) * leakRate + current * perCapacitance;
      double leak = leaks[i];
      double synaptic = ex * answersEx[i] + in * toIn[i];
      double next = v + leak * v + (synaptic - leak * drive);
      if (!(v < safe && v + time * slope < safe) && !peaksBelow(v, next, slope, time, ex, in)) {
        this.v = v;
        this.ex = ex;
        this.in = in;
        found = search(time);
        if (found < Double.POSITIVE_INFINITY) {
          return i;
        }
      }
      v = next;
      ex += ex * decaysEx[i];
      in += in * ofIn[i];
      double weight = weights[first + i];
      double excitation = 0.5 * (weight + Math.abs(weight));
      ex += excitation;
      in += weight - excitation;
      i++;
    }
    this.v = v;
    this.ex = ex;
    this.in = in;
    return i;
  }

  /**
   * Whether V stays below the threshold in an interval of which both ends are known. From the
   * beginning it rises at most by {@code rise}; to the end it falls at most by a rate that follows
   * in the same way from V ≤ V_th and the least current there can be. So it lies below both lines.
   */
  private boolean peaksBelow(
      double begin, double end, double rise, double time, double ex, double in) {
    double least = least(ex, time * rateEx) + least(in, time * rateIn);
    double fall = (membrane.threshold() - drive) * leakRate - least * perCapacitance;
    return peaksBelow(begin, end, rise, fall, time);
  }

  /** The same with the rate at which V falls at most, from the threshold down. */
  boolean peaksBelow(double begin, double end, double rise, double fall, double time) {
    if (!(begin < safe && end < safe)) {
      return false;
    }
    return rise <= 0
        || fall <= 0
        || (begin * fall + end * rise + rise * fall * time) / (rise + fall) < safe;
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
    if (function == 2) {
      // I' as a multiple of the slower decay, so that its sign outlives both.
      double slower = Math.min(rateEx, rateIn);
      return -ex * rateEx * Decay.exp(time * (slower - rateEx))
          - in * rateIn * Decay.exp(time * (slower - rateIn));
    }
    double decayEx = Decay.expm1(-time * rateEx);
    double decayIn = sameRates ? decayEx : Decay.expm1(-time * rateIn);
    double exNow = ex + ex * decayEx;
    double inNow = in + in * decayIn;
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
  public double zeroAbove() {
    // f_2 times e^(t/tau_syn_ex) is monotone.
    return Double.NaN;
  }
}
