package org.hillock.loihi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.network.Input;
import org.hillock.network.Network;

/** What a user should know about a mapping that was made: one sentence each. */
final class Warnings {

  /** Errors above this are worth a sentence. */
  private static final double NOTEWORTHY = 0.02;

  private Warnings() {}

  static List<String> of(
      Network network,
      List<PopulationReport> populations,
      List<PathwayReport> pathways,
      ChipTime time) {
    List<String> warnings = new ArrayList<>();
    for (PopulationReport report : populations) {
      quantity(report.population(), "tau_m", report.tauM(), "ms", warnings);
      quantity(report.population(), "tau_syn", report.tauSyn(), "ms", warnings);
      quantity(report.population(), "V_th - V_reset", report.threshold(), "mV", warnings);
      quantity(report.population(), "t_ref", report.refractory(), "ms", warnings);
      quantity(report.population(), "E_L + R I - V_reset", report.asymptote(), "mV", warnings);
    }
    for (PathwayReport report : pathways) {
      String way = report.where() + " → " + report.target();
      if (report.zeroed() > 0) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s: %,d of %,d synapses are too weak for the chip and left out",
                way,
                report.zeroed(),
                report.synapses()));
      }
      if (report.relativeError() > NOTEWORTHY) {
        warnings.add(
            String.format(
                Locale.ROOT, "%s: weights are %.1f %% off", way, 100 * report.relativeError()));
      }
      if (report.delayError() > 0) {
        warnings.add(way + ": delays are rounded by up to " + ChipTime.text(report.delayError()));
      }
    }
    for (Input input : network.inputs()) {
      if (input instanceof Input.Poisson poisson && poisson.rate() * time.step() > 1000) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "inputs.%s: %.1f spikes per step and axon on average; the host must be able to"
                    + " inject several at once",
                input.name(),
                poisson.rate() * time.step() / 1000));
      }
    }
    return warnings;
  }

  private static void quantity(
      String population,
      String name,
      PopulationReport.Rounded rounded,
      String unit,
      List<String> warnings) {
    if (rounded.relativeError() > NOTEWORTHY) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "neurons.%s: %s is %.4g %s in place of %.4g %s",
              population,
              name,
              rounded.chip(),
              unit,
              rounded.exact(),
              unit));
    }
  }
}
