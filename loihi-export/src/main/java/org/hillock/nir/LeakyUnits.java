package org.hillock.nir;

import java.util.function.IntToDoubleFunction;
import org.hillock.format.FormatException;

/** Membranes with a leak, and currents that decay, as the simulator has them; for one node. */
final class LeakyUnits {

  private final double[] tau;
  private final double[] simulated;
  private final NirDecay decay;
  private final double step;

  /**
   * @param name of the dataset of time constants
   * @param seconds time constants of membranes [s]
   * @param decay how v and currents are stepped
   * @param step dt [ms]
   */
  LeakyUnits(String name, NirArray seconds, NirDecay decay, double step) {
    this.decay = decay;
    this.step = step;
    this.tau = times(name, seconds);
    this.simulated = simulated(name, tau);
  }

  void membrane(Membranes to, NirArray leak) {
    to.leak(i -> simulated[i], leak::get);
  }

  /** r g: what a pulse of height 1 and length dt adds to v. */
  double[] jumps(NirArray r) {
    double[] factors = new double[r.size()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = NirNumbers.factor(r.get(i) * decay.gain(tau[i], step));
    }
    return factors;
  }

  /**
   * r w_in g_syn: what a pulse adds to r I. A constant b lets r I grow from 0 to r w_in b, which is
   * that as a constant current, and a synaptic current that begins at its negative.
   */
  double[] currents(Membranes to, NirArray seconds, IntToDoubleFunction gain, double[] constant) {
    double[] synaptic = times("tau_syn", seconds);
    double[] decaying = simulated("tau_syn", synaptic);
    double[] factors = new double[synaptic.length];
    for (int i = 0; i < factors.length; i++) {
      double pulse = gain.applyAsDouble(i) * decay.gain(synaptic[i], step);
      factors[i] = NirNumbers.factor(pulse * seen(i, decaying[i]));
    }
    to.current(i -> gain.applyAsDouble(i) * constant[i]);
    to.synapses(i -> decaying[i], i -> -gain.applyAsDouble(i) * constant[i] * seen(i, decaying[i]));
    return factors;
  }

  /** By Euler v takes dt/tau_mem of a current, and the simulator another part of it. */
  private double seen(int i, double tauSyn) {
    return decay == NirDecay.EXACT
        ? 1
        : decay.gain(tau[i], step) / NirDecay.transferred(simulated[i], tauSyn, simulated[i], step);
  }

  private double[] simulated(String name, double[] times) {
    double[] all = new double[times.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = decay.simulated(name, times[i], step);
    }
    return all;
  }

  private static double[] times(String name, NirArray seconds) {
    double[] times = new double[seconds.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = NirNumbers.milliseconds(seconds.get(i));
      if (!(times[i] > 0)) {
        throw new FormatException(
            "dataset '" + name + "'", "found " + seconds.get(i) + " s", "time constants above 0 s");
      }
    }
    return times;
  }
}
