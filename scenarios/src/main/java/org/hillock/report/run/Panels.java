package org.hillock.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.plot.PlotData;
import org.hillock.record.RateTable;
import org.hillock.record.TraceTable;

/**
 * Curves below the raster, which share its axis of time: traces of neurons, and how weights are
 * distributed.
 *
 * @param all from top to bottom
 * @param notes what was left out, a sentence each
 */
record Panels(List<Panel> all, List<String> notes) {

  /** As many neurons of a population are told apart by colour. */
  private static final int MOST_NEURONS = 6;

  private static final int MOST_PANELS = 24;

  /**
   * A panel.
   *
   * @param title above it
   * @param unit of its values; empty if they have none or nobody knows it
   * @param curves from the first colour on
   */
  record Panel(String title, String unit, List<Curve> curves) {}

  static Panels of(PlotData data) {
    List<Panel> panels = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int most = Curve.most(curves(data));
    if (!data.rates().isEmpty()) {
      panels.add(rates(data, most));
    }
    for (TraceTable table : data.traces()) {
      for (int variable = 0; variable < table.variables().size(); variable++) {
        panels.add(trace(data, table, variable, most, notes));
      }
    }
    data.weights().forEach(table -> panels.add(WeightCurves.panel(data, table, most)));
    if (panels.size() > MOST_PANELS) {
      notes.add("The first " + MOST_PANELS + " of " + panels.size() + " panels are shown.");
    }
    return new Panels(
        List.copyOf(panels.subList(0, Math.min(MOST_PANELS, panels.size()))), List.copyOf(notes));
  }

  private static int curves(PlotData data) {
    int traces =
        data.traces().stream()
            .flatMap(table -> Arrays.stream(table.values()))
            .mapToInt(neurons -> Math.min(MOST_NEURONS, neurons.length))
            .sum();
    int weights = data.weights().stream().mapToInt(WeightCurves::count).sum();
    return data.rates().size() + traces + weights;
  }

  /** Rates as the run has counted them, which may be known of neurons whose spikes are not. */
  private static Panel rates(PlotData data, int most) {
    List<Curve> curves = new ArrayList<>();
    for (RateTable table : data.rates()) {
      double[] times = new double[table.counts().length];
      double[] rates = new double[times.length];
      for (int i = 0; i < times.length; i++) {
        times[i] = table.start() + (i + 0.5) * table.bin();
        rates[i] = table.rate(i);
      }
      curves.add(Curve.of(table.population(), times, rates, most));
    }
    return new Panel("Rates as recorded in bins", "Hz", curves);
  }

  private static Panel trace(
      PlotData data, TraceTable table, int variable, int most, List<String> notes) {
    String name = table.variables().get(variable);
    double[][] neurons = table.values()[variable];
    int shown = Math.min(MOST_NEURONS, neurons.length);
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      String neuron = table.population() + "[" + (table.firstNeuron() + i) + "]";
      curves.add(Curve.of(neuron, table.times(), neurons[i], most));
    }
    String title = name + " of " + table.population();
    if (shown < neurons.length) {
      notes.add(title + ": the first " + shown + " of " + neurons.length + " neurons are shown.");
    }
    if (curves.stream().anyMatch(Curve::thinned)) {
      notes.add(title + ": of long traces the smallest and largest values are shown.");
    }
    return new Panel(title, data.units().getOrDefault(name, ""), curves);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }
}
