package org.hillock.report;

import java.util.List;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.quantise.PathwayReport;

/** What rounding did to the weights and delays of each pathway. */
record SynapseSection(Mapping mapping) implements Section {

  private static final int MOST_DRAWN = 24;
  private static final int MOST_ROWS = 400;

  @Override
  public String id() {
    return "synapses";
  }

  @Override
  public String title() {
    return "Quantisation: synapses";
  }

  @Override
  public void write(Markup page) {
    List<PathwayReport> all = mapping.reports().pathways();
    if (all.isEmpty()) {
      page.element("p", "The network has no synapses.");
      return;
    }
    page.element(
        "p",
        "Signal to noise of the weights: the root mean square of a pathway's weights over that of"
            + " their rounding errors. 20 dB is an error of 10 %, 40 dB of 1 %. Exact pathways have"
            + " no error at all.");
    if (all.stream().allMatch(SynapseSection::exact)) {
      page.element("p", "All weights are exact.");
    } else {
      draw(page, all);
    }
    writeTable(page, all);
  }

  private static void draw(Markup page, List<PathwayReport> all) {
    List<PathwayReport> drawn = Worst.of(all, MOST_DRAWN, PathwayReport::relativeError);
    double most = 10;
    for (PathwayReport report : drawn) {
      most = Math.max(most, exact(report) ? 0 : report.signalToNoise());
    }
    double full = most;
    Bars.draw(
        page,
        drawn.stream().map(report -> bar(report, full)).toList(),
        "signal to noise of the weights [dB]",
        "More is better" + Worst.remark(drawn, all, "pathways"));
  }

  private static void writeTable(Markup page, List<PathwayReport> all) {
    List<PathwayReport> listed = Worst.of(all, MOST_ROWS, PathwayReport::relativeError);
    Table table =
        Table.open(
            page,
            2,
            List.of(
                "from",
                "onto",
                "synapses",
                "mapped",
                "too weak",
                "weight error",
                "SNR [dB]",
                "bits",
                "exponent",
                "delay [steps]",
                "delay error [ms]"));
    for (PathwayReport report : listed) {
      table.row(
          List.of(
              report.where(),
              report.target(),
              Numerals.count(report.synapses()),
              Numerals.count(report.mapped()),
              Numerals.count(report.zeroed()),
              Numerals.percent(report.relativeError()),
              exact(report) ? "exact" : Numerals.significant(report.signalToNoise(), 3),
              "" + report.format().bits(),
              "" + report.format().exponent(),
              "up to " + report.format().delayMax(),
              Numerals.number(report.delayError())));
    }
    table.close();
    Worst.say(page, listed, all, "pathways");
    page.element(
        "p",
        "Too weak: the weight became 0, and the synapse is left out. A weight is a mantissa of so"
            + " many bits times 2 to the exponent. Delays are those of the chip's synapses, on top"
            + " of the one step that every spike takes.",
        "class",
        "soft");
  }

  private static boolean exact(PathwayReport report) {
    return report.relativeError() == 0;
  }

  private static Bars.Bar bar(PathwayReport report, double full) {
    String name = report.where() + " → " + report.target();
    return exact(report)
        ? new Bars.Bar(name, full, "exact", "c3", name + ": exact")
        : new Bars.Bar(
            name,
            report.signalToNoise(),
            Numerals.significant(report.signalToNoise(), 3) + " dB",
            "c1",
            name + ": weights are off by " + Numerals.percent(report.relativeError()));
  }
}
