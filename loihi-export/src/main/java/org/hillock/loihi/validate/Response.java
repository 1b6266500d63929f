package org.hillock.loihi.validate;

import org.hillock.loihi.read.MappingFile;
import org.hillock.model.ParameterSet;

/**
 * What a spike of 1 pA must add to u so that the sum of v over all steps is, in mV, that of the
 * membrane potential: both sums are found by going step by step.
 */
final class Response {

  /** Time constants after which nothing is left. */
  private static final double LONG = 40;

  private Response() {}

  /** Sum of the membrane potential [mV] over sum of v, for one unit of u. */
  static double gain(ParameterSet neuron, String tauName, MappingFile file) {
    double step = file.chipStep();
    double tauM = neuron.get("tau_m");
    double tauSyn = neuron.get(tauName);
    int one = 1 << file.chip().neuron().decayBits();
    double keepV = 1 - Math.min(one - 1, rounded(tauM, step, one)) / one;
    double keepU = 1 - Math.max(1, rounded(tauSyn, step, one)) / one;
    return membrane(neuron.get("C_m"), tauM, tauSyn, step) / chip(keepU, keepV);
  }

  private static double rounded(double tau, double step, int one) {
    return Math.rint(-one * Math.expm1(-step / tau));
  }

  /** C dV/dt = -C V/tau_m + e^(-t/tau_syn), looked at on the grid. */
  private static double membrane(double capacitance, double tauM, double tauSyn, double step) {
    double sum = 0;
    double rate = 1 / tauM - 1 / tauSyn;
    for (int n = 1; n * step < LONG * (tauM + tauSyn); n++) {
      double t = n * step;
      sum +=
          rate == 0
              ? t * Math.exp(-t / tauM) / capacitance
              : (Math.exp(-t / tauSyn) - Math.exp(-t / tauM)) / rate / capacitance;
    }
    return sum;
  }

  private static double chip(double keepU, double keepV) {
    double sum = 0;
    double u = 1;
    double v = 0;
    do {
      v = keepV * v + u;
      u *= keepU;
      sum += v;
    } while (v > sum * 1e-15);
    return sum;
  }
}
