package org.hillock.report;

import org.hillock.loihi.Mapping;

/** Which rates the loads, energies and times stand on. */
final class Rates {

  private Rates() {}

  /** A part of a sentence, with its point. */
  static String sentence(Mapping mapping) {
    double simulated = mapping.activity().simulated();
    double spikes = 0;
    double[] rates = mapping.activity().rates();
    for (int place = 0; place < mapping.neurons(); place++) {
      spikes += rates[mapping.numbering().sourceAt(place)];
    }
    String mean = Numerals.number(spikes / mapping.neurons());
    return simulated > 0
        ? "the rates are those of a simulation of "
            + Numerals.number(simulated)
            + " ms: "
            + mean
            + " Hz for a neuron in the mean."
        : "the rates are assumed: "
            + mean
            + " Hz for every neuron, and inputs at their own (the option --activity simulates the"
            + " network first to find them).";
  }
}
