package org.hillock.report;

import org.hillock.loihi.Mapping;

/** Says which rates the loads, energies and times stand on. */
final class Rates {

  private Rates() {}

  /** Writes sentences into a paragraph. */
  static void write(Markup page, Mapping mapping) {
    double simulated = mapping.activity().simulated();
    String mean = Numerals.number(mean(mapping)) + " Hz";
    if (simulated > 0) {
      page.text(
          "The rates are those of a simulation of "
              + Numerals.number(simulated)
              + " ms, "
              + mean
              + " in the mean over neurons.");
    } else {
      page.text("The rates are assumed: " + mean + " for every neuron, and inputs at their own; ");
      page.element("code", "hillock export --activity TIME");
      page.text("simulates the network first to find them.");
    }
    page.text(" A second is one of the network's time.");
  }

  /** Spikes per second of a neuron on the chip. */
  static double mean(Mapping mapping) {
    double spikes = 0;
    for (int place = 0; place < mapping.neurons(); place++) {
      spikes += mapping.activity().rates()[mapping.numbering().sourceAt(place)];
    }
    return spikes / mapping.neurons();
  }
}
