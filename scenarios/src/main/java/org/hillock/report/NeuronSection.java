package org.hillock.report;

import java.util.Comparator;
import java.util.List;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.loihi.quantise.PopulationReport.Rounded;

/** What rounding did to the neurons of each population. */
record NeuronSection(Mapping mapping) implements Section {

  /** A picture of more rows would be too long to look at, and a table too long to read. */
  private static final int MOST_DRAWN = 30;

  private static final int MOST_ROWS = 300;

  private static final List<String> QUANTITIES =
      List.of("tau_m", "tau_syn", "V_th - V_reset", "t_ref", "E_L + R I - V_reset");
  private static final List<String> UNITS = List.of("ms", "ms", "mV", "ms", "mV");

  @Override
  public String id() {
    return "neurons";
  }

  @Override
  public String title() {
    return "Quantisation: neurons";
  }

  @Override
  public void write(Markup page) {
    List<PopulationReport> all = mapping.reports().populations();
    if (all.isEmpty()) {
      page.element("p", "No population has neurons with parameters on the chip.");
      return;
    }
    page.element(
        "p",
        "Asked for → chip, of the neuron of each population for which the error is largest. The chip"
            + " writes time constants as decays and the threshold as a mantissa; a resting potential"
            + " and a constant current become a bias.");
    List<PopulationReport> drawn = Worst.of(all, MOST_DRAWN, NeuronSection::worst);
    ErrorDots.draw(
        page,
        QUANTITIES,
        drawn.stream().map(NeuronSection::row).toList(),
        "Size of the error relative to what was asked for"
            + Worst.remark(drawn, all, "populations"));
    List<PopulationReport> listed = Worst.of(all, MOST_ROWS, NeuronSection::worst);
    Table table =
        Table.open(
            page,
            1,
            List.of(
                "population",
                "neurons",
                "tau_m [ms]",
                "tau_syn [ms]",
                "V_th - V_reset [mV]",
                "t_ref [ms]",
                "E_L + R I - V_reset [mV]"));
    for (PopulationReport report : listed) {
      table.row(
          List.of(
              report.population(),
              Numerals.count(report.neurons()),
              change(report.tauM()),
              hasSynapticCurrent(report) ? change(report.tauSyn()) : "none",
              change(report.threshold()),
              change(report.refractory()),
              change(report.asymptote())));
    }
    table.close();
    Worst.say(page, listed, all, "populations");
    page.element("h3", "Largest errors");
    Table largest =
        Table.open(page, 2, List.of("quantity", "population", "asked for", "chip", "error"));
    for (int q = 0; q < QUANTITIES.size(); q++) {
      int quantity = q;
      PopulationReport report =
          all.stream()
              .max(Comparator.comparingDouble(r -> rounded(r, quantity).relativeError()))
              .orElseThrow();
      Rounded rounded = rounded(report, q);
      boolean exact = rounded.relativeError() == 0;
      if (q == 1 && all.stream().noneMatch(NeuronSection::hasSynapticCurrent)) {
        continue;
      }
      largest.row(
          List.of(
              QUANTITIES.get(q),
              exact ? "all exact" : report.population(),
              exact ? "" : Numerals.number(rounded.exact()) + " " + UNITS.get(q),
              exact ? "" : Numerals.significant(rounded.chip(), 6) + " " + UNITS.get(q),
              exact ? "0 %" : Numerals.percent(rounded.relativeError())));
    }
    largest.close();
  }

  /** Where spikes are jumps of the potential, there is no synaptic time constant. */
  private static boolean hasSynapticCurrent(PopulationReport report) {
    return report.tauSyn().exact() != 0;
  }

  private static String change(Rounded rounded) {
    return Numerals.number(rounded.exact()) + " → " + Numerals.significant(rounded.chip(), 6);
  }

  private static Rounded rounded(PopulationReport report, int quantity) {
    return switch (quantity) {
      case 0 -> report.tauM();
      case 1 -> report.tauSyn();
      case 2 -> report.threshold();
      case 3 -> report.refractory();
      default -> report.asymptote();
    };
  }

  private static ErrorDots.Row row(PopulationReport report) {
    double[] errors = new double[QUANTITIES.size()];
    for (int q = 0; q < errors.length; q++) {
      errors[q] =
          q == 1 && !hasSynapticCurrent(report) ? Double.NaN : rounded(report, q).relativeError();
    }
    return new ErrorDots.Row(report.population(), errors);
  }

  private static double worst(PopulationReport report) {
    double worst = 0;
    for (int q = 0; q < QUANTITIES.size(); q++) {
      worst = Math.max(worst, rounded(report, q).relativeError());
    }
    return worst;
  }
}
