package org.hillock.report;

import java.util.ArrayList;
import java.util.List;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.estimate.CostEstimate;

/** What the mapping would cost in energy and time: estimates, and said to be. */
record CostSection(Mapping mapping) implements Section {

  private static final double PER_MICRO = 1e6; // pJ in a µJ
  private static final double NS_PER_MS = 1e6;

  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String title() {
    return "Energy and time (estimate)";
  }

  @Override
  public void write(Markup page) {
    if (!mapping.profile().costs().known()) {
      page.element("p", "Costs of operations: " + mapping.profile().costs().source() + ".");
      return;
    }
    CostEstimate estimate = mapping.estimate();
    page.element(
        "p",
        "This is an estimate and not a measurement: how often each operation happens times its"
            + " published energy and time. Costs of operations: "
            + mapping.profile().costs().source()
            + ".");
    page.open("p");
    Rates.write(page, mapping);
    page.close();
    page.element(
        "p",
        "Not in it: leakage and idle power, learning (updates of traces and weights, of which no costs are"
            + " published), the host and its input and output, links from chip to chip beyond a hop for"
            + " each, and waiting where packets meet but for the busiest link.");
    page.element("h3", "Energy per second of the network's time (estimate)");
    List<Bars.Bar> energies = new ArrayList<>();
    for (CostEstimate.Operation operation : estimate.operations()) {
      energies.add(
          bar(
              operation.name(),
              operation.energy() / PER_MICRO,
              "µJ",
              "c1",
              estimate.energy() / PER_MICRO));
    }
    Bars.draw(
        page,
        energies,
        "energy [µJ per second of the network's time], estimate",
        "All together " + micro(estimate.energy()) + " µJ per second of the network's time.");
    writeOperations(page, estimate);
    writeStep(page, estimate);
  }

  private static void writeOperations(Markup page, CostEstimate estimate) {
    Table table =
        Table.open(
            page,
            1,
            List.of("operation", "per second", "energy of one [pJ]", "energy [µJ/s]", "part"));
    double events = 0;
    for (CostEstimate.Operation operation : estimate.operations()) {
      boolean never = operation.perSecond() == 0;
      table.row(
          List.of(
              operation.name(),
              Numerals.count(operation.perSecond()),
              never ? "" : Numerals.number(operation.energy() / operation.perSecond()),
              micro(operation.energy()),
              Numerals.percent(share(operation.energy(), estimate.energy()))));
      events += operation.name().equals("synaptic events") ? operation.perSecond() : 0;
    }
    table.row("sum", List.of("all", "", "", micro(estimate.energy()), "100 %"));
    table.close();
    if (events > 0) {
      page.element(
          "p",
          "That is "
              + Numerals.number(estimate.energy() / events)
              + " pJ for each synaptic event, everything included (estimate).");
    }
  }

  private void writeStep(Markup page, CostEstimate estimate) {
    CostEstimate.Step time = estimate.step();
    page.element("h3", "Time of a step (estimate)");
    double ratio = mapping.chipStep() * NS_PER_MS / estimate.stepNs();
    page.element(
        "p",
        String.format(
            "A step takes about %s µs and stands for %s ms of the network's time: the chip would run"
                + " %s.",
            Numerals.number(estimate.stepNs() / 1000),
            Numerals.number(mapping.chipStep()),
            ratio >= 1
                ? Numerals.significant(ratio, 2) + " times faster than real time"
                : Numerals.significant(1 / ratio, 2) + " times slower than real time"));
    List<Bars.Bar> bars = new ArrayList<>();
    for (CostEstimate.Part part : time.own()) {
      bars.add(bar(part.name(), part.ns() / 1000, "µs", "c1", estimate.stepNs() / 1000));
    }
    for (CostEstimate.Part part : time.common()) {
      bars.add(bar(part.name(), part.ns() / 1000, "µs", "c2", estimate.stepNs() / 1000));
    }
    Bars.draw(
        page,
        bars,
        "time [µs] within a step, estimate",
        "Blue: what core "
            + HeatMap.name(mapping, time.core())
            + ", which takes longest, does one after the other in a mean step. Orange: what all wait for:"
            + " the busiest link, if it takes longer than that core, the packet with the longest way,"
            + " and the barrier at which all cores wait for each other.");
  }

  private static Bars.Bar bar(String name, double value, String unit, String style, double all) {
    String text = Numerals.number(value) + " " + unit;
    String title = name + ": " + text + ", " + Numerals.percent(share(value, all)) + " of all";
    return new Bars.Bar(name, value, text, style, title);
  }

  private static double share(double part, double all) {
    return all == 0 ? 0 : part / all;
  }

  private static String micro(double picojoules) {
    return Numerals.number(picojoules / PER_MICRO);
  }
}
