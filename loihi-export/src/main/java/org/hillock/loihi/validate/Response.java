package org.hillock.loihi.validate;

import org.hillock.loihi.read.MappingFile;

/**
 * What a spike of 1 pA must add to u so that the sum of v over all steps is, in mV, that of the
 * membrane potential on the grid. Both sums are geometric: with a = h/tau_syn and b = h/tau_m
 *
 * <pre>
 *   C dV/dt = -C V/tau_m + e^(-t/tau_syn)
 *   V(n h)  = (e^(-a n) - e^(-b n)) / (C (1/tau_m - 1/tau_syn))
 *   Σ V     = h/C (1/(e^a - 1) - 1/(e^b - 1)) / (b - a)
 *           = h/C (e^-a - e^-b)/(b - a) / ((1 - e^-a) (1 - e^-b))
 *           = h/C e^-min(a,b) (1 - e^-|a-b|)/|a - b| / ((1 - e^-a) (1 - e^-b))
 *   Σ v     = 1/((1 - keepU) (1 - keepV))
 * </pre>
 */
final class Response {

  private Response() {}

  /** Sum of the membrane potential [mV] over sum of v, for one unit of u [mV/pA]. */
  static double gain(ExpectedMembrane neuron, double tauSyn, MappingFile file) {
    double step = file.chipStep();
    int one = file.chip().neuron().decayOne();
    double lostV = Math.min(one - 1, rounded(neuron.tauM(), step, one)) / one;
    double lostU = Math.max(1, rounded(tauSyn, step, one)) / one;
    double a = step / tauSyn;
    double b = step / neuron.tauM();
    double apart = Math.abs(a - b);
    double ratio = Math.exp(-Math.min(a, b)) * (apart == 0 ? 1 : -Math.expm1(-apart) / apart);
    double membrane = step / neuron.capacitance() * ratio / (Math.expm1(-a) * Math.expm1(-b));
    return membrane * lostU * lostV;
  }

  private static double rounded(double tau, double step, int one) {
    return Math.rint(exactDecay(tau, step, one));
  }

  /** What a step takes away of a quantity with this time constant, where {@code one} is all. */
  static double exactDecay(double tau, double step, int one) {
    return -one * Math.expm1(-step / tau);
  }
}
