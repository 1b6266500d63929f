package org.hillock.loihi.validate;

import org.hillock.loihi.read.MappingFile;
import org.hillock.model.ParameterSet;

/**
 * What a spike of 1 pA must add to u so that v rises as high, in mV, as the membrane does: the
 * highest points of both are found by going step by step.
 */
final class Response {

  private Response() {}

  /** Highest point of the membrane [mV] over highest point of v, for one unit of u. */
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
    double highest = 0;
    for (int n = 1; ; n++) {
      double t = n * step;
      double rate = 1 / tauM - 1 / tauSyn;
      double v =
          rate == 0
              ? t * Math.exp(-t / tauM) / capacitance
              : Math.exp(-t / tauM) * Math.expm1(rate * t) / rate / capacitance;
      if (v <= highest) {
        return highest;
      }
      highest = v;
    }
  }

  private static double chip(double keepU, double keepV) {
    double u = 1;
    double v = 0;
    while (true) {
      double next = keepV * v + u;
      if (next <= v) {
        return v;
      }
      v = next;
      u *= keepU;
    }
  }
}
