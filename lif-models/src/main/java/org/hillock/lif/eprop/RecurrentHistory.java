package org.hillock.lif.eprop;

import org.hillock.model.Decay;
import org.hillock.model.SpikeGradient;
import org.hillock.model.StateCarrier;
import org.hillock.model.UpdateIntervals;

/**
 * By how much the loss of an interval grows with the weight of a spike that arrives at a neuron
 * that fires, by e-prop (Bellec et al. 2020, eqs. 3, 13, 22-28): forward in time, with z̄ the
 * spikes filtered by the membrane, ψ the surrogate gradient and L the learning signal,
 *
 * <pre>
 *   e(t)   = ψ(t) (z̄(t) - β ε(t)),   ε(t+1) = ρ ε(t) + e(t)
 *   ē(t)   = κ ē(t-1) + (1 - κ) e(t)
 *   dE/dw  = Σ_t L(t) ē(t) + c_reg (f - f_target)/U Σ_t e(t)
 * </pre>
 *
 * <p>for each synapse. This is linear in z̄, and so in the spikes. So it is gone through once a
 * neuron instead of once a synapse, backward in time, which gives what one spike at t adds:
 *
 * <pre>
 *   L̄(t) = L(t) + κ L̄(t+1),                      C(t) = (1 - κ) L̄(t) + c_reg (f - f_target)/U
 *   μ(t) = ψ(t) (C(t) + λ(t+1)) + α μ(t+1),       λ(t) = ρ λ(t+1) - β ψ(t) (C(t) + λ(t+1))
 * </pre>
 *
 * <p>and μ is 0 after the end of the interval. α, ρ and κ are decays over a step by tau_m,
 * adapt_tau and the time constant of the readout. For one thread.
 */
final class RecurrentHistory implements SpikeGradient {

  /** Inputs take two steps until they arrive, counted by NEST from the first one of a generator. */
  static final int FIRST = 2;

  /** A learning signal is heard so many steps after that whose spikes it judges. */
  static final int HEARD_AFTER = 3;

  private final RecurrentNumbers numbers;
  private final UpdateIntervals intervals;
  private final int window;
  private final double step;
  private final Signals surrogate;
  private final Signals learning;

  /** c_reg (f - f_target)/U of the present interval and of the one before. */
  private final double[][] regularisation;

  /** What was found last, and for which interval, time constant and knowledge. */
  private final double[][] growth;

  private final long[] foundFor;
  private final boolean[] foundWhole;
  private final double[] foundTau;

  RecurrentHistory(
      RecurrentNumbers numbers, UpdateIntervals intervals, int window, double step, int neurons) {
    this.numbers = numbers;
    this.intervals = intervals;
    this.window = window;
    this.step = step;
    int length = kept(intervals);
    this.surrogate = new Signals(neurons, length);
    this.learning = new Signals(neurons, length);
    this.regularisation = new double[2][neurons];
    this.growth = new double[neurons][];
    this.foundFor = new long[neurons];
    this.foundWhole = new boolean[neurons];
    this.foundTau = new double[neurons];
  }

  private static int kept(UpdateIntervals intervals) {
    return intervals.length() + FIRST + HEARD_AFTER + 1;
  }

  /** Memory of a neuron [bytes]. */
  static double bytes(UpdateIntervals intervals, long steps) {
    double growth = steps < intervals.length() ? 0 : Double.BYTES * kept(intervals);
    return 2 * Signals.bytes(kept(intervals), steps) + growth + 6 * Double.BYTES;
  }

  /** Takes note of the end of a step. */
  void surrogate(int neuron, long now, double psi) {
    surrogate.set(neuron, now, psi);
  }

  /** Takes note of what is heard at the beginning of a step. */
  void heard(int neuron, long now, double signal) {
    if (now > HEARD_AFTER) {
      learning.set(neuron, now - HEARD_AFTER, signal);
    }
  }

  /** Takes note of how often a neuron has fired in the interval that ends with a step. */
  void fired(int neuron, long now, double spikes) {
    double perStep = spikes / intervals.length() - numbers.target(neuron) * step;
    regularisation[(int) (intervals.of(now) & 1)][neuron] =
        numbers.regularisation(neuron) * perStep / intervals.length();
  }

  /** Carries what is known of a neuron, and what was found of it with the knowledge of then. */
  void carry(int neuron, StateCarrier carrier) {
    surrogate.carry(neuron, carrier);
    learning.carry(neuron, carrier);
    carrier.carry(regularisation[0], neuron, neuron + 1);
    carrier.carry(regularisation[1], neuron, neuron + 1);
    foundFor[neuron] = carrier.carry(foundFor[neuron]);
    foundWhole[neuron] = carrier.carry(foundWhole[neuron]);
    foundTau[neuron] = carrier.carry(foundTau[neuron]);
    double[] found = growth[neuron];
    int length = carrier.carry(found == null ? 0 : found.length);
    if (length > 0) {
      growth[neuron] = found == null || carrier.restores() ? new double[length] : found;
      carrier.carry(growth[neuron], 0, length);
    }
  }

  @Override
  public UpdateIntervals intervals() {
    return intervals;
  }

  @Override
  public int learningWindow() {
    return window;
  }

  @Override
  public boolean losesFirstStep() {
    return true;
  }

  @Override
  public long knownAt(long interval) {
    return intervals.end(interval) + HEARD_AFTER;
  }

  @Override
  public double[] of(int neuron, long interval, long now, double tau) {
    boolean whole = now >= knownAt(interval);
    double[] found = growth[neuron];
    if (found == null) {
      found = new double[intervals.length() + FIRST];
      growth[neuron] = found;
      foundFor[neuron] = -1;
    }
    if (foundFor[neuron] != interval || foundWhole[neuron] != whole || foundTau[neuron] != tau) {
      find(neuron, interval, now, Decay.exp(-step / tau), found);
      foundFor[neuron] = interval;
      foundWhole[neuron] = whole;
      foundTau[neuron] = tau;
    }
    return found;
  }

  private void find(int neuron, long interval, long now, double kappa, double[] into) {
    long begin = intervals.begin(interval);
    double alpha = numbers.decay(neuron);
    double rho = numbers.adaptationDecay(neuron);
    double beta = numbers.adaptation(neuron);
    double jump = numbers.jump(neuron);
    double always = regularisation[(int) (interval & 1)][neuron];
    double filtered = 0;
    double lambda = 0;
    double mu = 0;
    for (long t = intervals.end(interval); t >= begin; t--) {
      double heard = t + HEARD_AFTER <= now ? learning.at(neuron, t) : 0;
      filtered = heard + kappa * filtered;
      double psi = surrogate.at(neuron, t);
      double credit = psi * ((1 - kappa) * filtered + always + lambda);
      mu = credit + alpha * mu;
      lambda = rho * lambda - beta * credit;
      into[(int) (t - begin)] = jump * mu;
    }
  }
}
