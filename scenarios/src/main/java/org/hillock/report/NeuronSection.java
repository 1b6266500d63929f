package org.hillock.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.loihi.quantise.PopulationReport.Quantity;

/** What rounding did to the neurons of each population. */
record NeuronSection(Mapping mapping) implements Section {

  /** A picture of more rows would be too long to look at, and a table too long to read. */
  private static final int MOST_DRAWN = 30;

  private static final int MOST_ROWS = 300;

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
    mapping.reports().alike().forEach(alike -> write(page, alike));
  }

  /** Populations of the same quantities. */
  private static void write(Markup page, List<PopulationReport> all) {
    List<Quantity> quantities = all.get(0).quantities();
    List<PopulationReport> drawn = Worst.of(all, MOST_DRAWN, NeuronSection::worst);
    ErrorDots.draw(
        page,
        all.get(0).labels(),
        drawn.stream().map(NeuronSection::row).toList(),
        "Size of the error relative to what was asked for"
            + Worst.remark(drawn, all, "populations"));
    List<PopulationReport> listed = Worst.of(all, MOST_ROWS, NeuronSection::worst);
    List<String> head = new ArrayList<>(List.of("population", "neurons"));
    for (Quantity quantity : quantities) {
      head.add(quantity.label() + (quantity.unit().isEmpty() ? "" : " [" + quantity.unit() + "]"));
    }
    Table table = Table.open(page, 1, head);
    for (PopulationReport report : listed) {
      List<String> row =
          new ArrayList<>(List.of(report.population(), Numerals.count(report.neurons())));
      report.quantities().forEach(one -> row.add(one.absent() ? "none" : change(one)));
      table.row(row);
    }
    table.close();
    Worst.say(page, listed, all, "populations");
    page.element("h3", "Largest errors");
    Table largest =
        Table.open(page, 2, List.of("quantity", "population", "asked for", "chip", "error"));
    for (int q = 0; q < quantities.size(); q++) {
      int number = q;
      PopulationReport report =
          all.stream()
              .max(Comparator.comparingDouble(r -> r.quantities().get(number).relativeError()))
              .orElseThrow();
      Quantity worst = report.quantities().get(q);
      if (all.stream().allMatch(one -> one.quantities().get(number).absent())) {
        continue;
      }
      boolean exact = worst.relativeError() == 0;
      largest.row(
          List.of(
              worst.label(),
              exact ? "all exact" : report.population(),
              exact ? "" : unit(Numerals.number(worst.exact()), worst),
              exact ? "" : unit(Numerals.significant(worst.chip(), 6), worst),
              exact ? "0 %" : Numerals.percent(worst.relativeError())));
    }
    largest.close();
  }

  private static String unit(String number, Quantity quantity) {
    return (number + " " + quantity.unit()).strip();
  }

  private static String change(Quantity quantity) {
    return Numerals.number(quantity.exact()) + " → " + Numerals.significant(quantity.chip(), 6);
  }

  private static ErrorDots.Row row(PopulationReport report) {
    double[] errors =
        report.quantities().stream()
            .mapToDouble(one -> one.absent() ? Double.NaN : one.relativeError())
            .toArray();
    return new ErrorDots.Row(report.population(), errors);
  }

  private static double worst(PopulationReport report) {
    return report.quantities().stream().mapToDouble(Quantity::relativeError).max().orElse(0);
  }
}
