package org.hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.PopulationPattern;
import org.jfree.chart.JFreeChart;

/**
 * How alike neurons as a whole answer to what was shown, or in the phases of a protocol: the
 * correlation of their mean rates under each label with those under each other, as colours. Labels
 * stand in the order in which they were first shown.
 */
final class SimilarityPlot {

  private SimilarityPlot() {}

  static JFreeChart of(PlotData data) {
    Map<String, List<LabelledTrial>> trials = new LinkedHashMap<>();
    for (LabelledTrial trial : Trials.labelled(data)) {
      trials.computeIfAbsent(trial.label(), label -> new ArrayList<>()).add(trial);
    }
    String what = Trials.ofImages(data) ? "label" : "phase";
    List<PlotData.Group> groups =
        data.groups().stream().filter(group -> data.spikesOf(group).isPresent()).toList();
    int neurons = groups.stream().mapToInt(PlotData.Group::size).sum();
    if (trials.size() < 2 || neurons < 2) {
      return PlotTheme.empty(
          data, PlotTheme.horizontal(what), what, "no two " + what + "s, or neurons, to compare");
    }
    List<String> labels = List.copyOf(trials.keySet());
    List<double[]> patterns = labels.stream().map(l -> rates(data, groups, trials.get(l))).toList();
    double[] values = new double[labels.size() * labels.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          PopulationPattern.correlation(
              patterns.get(i / labels.size()), patterns.get(i % labels.size()));
    }
    SweepData.Axis axis = new SweepData.Axis(what, what, labels, List.of());
    SweepData.Panel panel =
        new SweepData.Panel(
            "correlation of rates over " + neurons + " neurons", values, new double[values.length]);
    String set = data.details().subtitle();
    JFreeChart chart =
        SweepMap.of(
            new SweepData(
                data.title(),
                set.isEmpty() ? "" : "set: " + set,
                List.of(axis, axis),
                List.of(panel)),
            panel);
    chart.getXYPlot().getRangeAxis().setInverted(true);
    return chart;
  }

  private static double[] rates(
      PlotData data, List<PlotData.Group> groups, List<LabelledTrial> trials) {
    return groups.stream()
        .map(
            group ->
                PopulationPattern.rates(
                    data.spikesOf(group).orElseThrow(), group.from(), group.to(), trials))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
